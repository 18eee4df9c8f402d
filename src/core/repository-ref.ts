/** One repository as one installation of the App sees it; its ids survive a rename. */
export interface RepositoryRef {
  readonly installationId: number;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** By name: GitHub compares names without case. */
export function isSameRepository(a: RepositoryName, b: RepositoryName): boolean {
  return `${a.owner}/${a.name}`.toLowerCase() === `${b.owner}/${b.name}`.toLowerCase();
}

type RepositoryName = Pick<RepositoryRef, "owner" | "name">;
