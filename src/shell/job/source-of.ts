import { type FollowUpData, readFollowUp } from "../../core/message/marker.ts";
import type { GitHubPort, RepositoryRef } from "../ports.ts";
import { isSameRepository } from "./follow-up-register.ts";

/** The spec pull request that a follow-up was made for. */
export interface Source {
  readonly repository: RepositoryRef;
  readonly pullRequest: number;
  readonly data: FollowUpData;
}

/** Read from the follow-up's own body, which the bot wrote; null when it says nothing, or the App left that repository. */
export async function sourceOf(
  github: Pick<GitHubPort, "repository">,
  own: RepositoryRef,
  body: string,
): Promise<Source | null> {
  const data = readFollowUp(body);
  const named = /^([^/#]+)\/([^/#]+)#(\d+)$/.exec(data?.source ?? "");
  if (data === null || named === null) return null;
  const [, owner = "", name = "", number] = named;
  const isOwn = isSameRepository(own, { owner, name });
  const repository = isOwn ? own : await github.repository(owner, name);
  return repository === null ? null : { repository, pullRequest: Number(number), data };
}
