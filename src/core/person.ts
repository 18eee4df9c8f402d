/** Somebody on GitHub. The id is theirs for good; a login can be given up and taken by another. */
export interface Person {
  readonly login: string;
  readonly id: number;
}
