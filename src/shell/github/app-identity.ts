/** Who the App is on GitHub: its id, and the account its comments and commits are by. */
export interface AppIdentity {
  readonly id: number;
  /** `slug[bot]` */
  readonly login: string;
}
