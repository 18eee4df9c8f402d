/** One repository as one installation of the App sees it; its ids survive a rename. */
export interface RepositoryRef {
  readonly installationId: number;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}
