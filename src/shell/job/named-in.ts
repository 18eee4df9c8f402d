import type { GitHubPort } from "../github-port.ts";
import type { RepositoryRef } from "../ports.ts";

/** Whether a repository may be named, and its content shown, in another: one that is private only where that is private too. */
export async function mayNameIn(
  github: Pick<GitHubPort, "repository">,
  here: RepositoryRef,
  other: { readonly isPrivate: boolean },
): Promise<boolean> {
  if (!other.isPrivate) return true;
  return (await github.repository(here, here.owner, here.name))?.isPrivate === true;
}
