import type { RepositoryRef } from "./ports.ts";

/** Jobs of one pull request run one after the other. Named by ids, which survive a rename of the repository. */
export function jobGroup(repository: RepositoryRef, pullRequest: number): string {
  return `${String(repository.installationId)}/${String(repository.id)}#${String(pullRequest)}`;
}

/** Commands that only talk about the work of a pull request, such as `/cancel`, must not queue behind it. */
export function controlLane(repository: RepositoryRef, pullRequest: number): string {
  return `${jobGroup(repository, pullRequest)}/control`;
}

/** What follows the checks of a branch of the bot. */
export function checksGroup({ id }: Pick<RepositoryRef, "id">, branch: string): string {
  return `${String(id)}@${branch}`;
}

/** Generating takes minutes; reviews and commands of the pull request go on meanwhile. */
export function generationGroup(repository: RepositoryRef, pullRequest: number): string {
  return `${jobGroup(repository, pullRequest)}/generate`;
}
