import { noAccessWords } from "../../core/message/generation-message.ts";
import type { Person } from "../../core/person.ts";
import { UserError } from "../../core/user-error.ts";
import type { GitHubPort, RepositoryRef } from "../ports.ts";

/** Whether somebody may write in a repository, as GitHub says now. The only place where that is decided. */
export async function mayWrite(
  github: Pick<GitHubPort, "permission">,
  repository: RepositoryRef,
  person: Person,
): Promise<boolean> {
  const level = await github.permission(repository, person);
  return level === "write" || level === "admin";
}

/** Throws UserError where they may not. */
export async function requireWrite(
  github: Pick<GitHubPort, "permission">,
  repository: RepositoryRef,
  person: Person,
): Promise<void> {
  if (await mayWrite(github, repository, person)) return;
  throw new UserError(noAccessWords(person.login, `${repository.owner}/${repository.name}`));
}
