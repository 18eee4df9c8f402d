import type { OpenFollowUp } from "../../core/plan/action.ts";
import { sha256 } from "../../core/entries/sha256.ts";
import { jobGroup } from "../job-group.ts";
import type { Applied, GitHubPort, JobQueue, KeyValueStore, RepositoryRef } from "../ports.ts";
import { noteFollowUp } from "./follow-up-register.ts";
import { sourceOf } from "./source-of.ts";

export interface Recorder {
  readonly values: KeyValueStore;
  readonly queue: Pick<JobQueue, "enqueue">;
  /** Of the job that opens them. */
  readonly deliveryId: string;
}

/** The same port; each follow-up it opens or updates is noted, and its spec pull request's comment brought up to date. */
export function recordFollowUps(github: GitHubPort, recorder: Recorder): GitHubPort {
  return {
    ...github,
    apply: async (repository, pullRequest, action) => {
      const applied = await github.apply(repository, pullRequest, action);
      if (action.type === "open-follow-up") await record(github, recorder, repository, action, applied);
      return applied;
    },
  };
}

async function record(
  github: GitHubPort,
  { values, queue, deliveryId }: Recorder,
  own: RepositoryRef,
  action: OpenFollowUp,
  { number, url, result }: Applied,
): Promise<void> {
  if (number === null || url === null || result === "hands-off") return;
  const source = await sourceOf(github, own, action.body);
  if (source === null) return;
  const place = { repository: action.repository, number };
  await noteFollowUp(values, source.repository, source.pullRequest, place, (known) => {
    const state = known?.state === "open" ? "open" : "draft";
    return { ...place, url, data: source.data, state, told: known?.told ?? [] };
  });
  // Also when it was known: an attempt may have been cut off right here. The key has it done once.
  const group = jobGroup(source.repository, source.pullRequest);
  const dedupeKey = `follow-up:${group}:${sha256(`${url} ${action.body}`).slice(0, 16)}`;
  const { repository, pullRequest, data } = source;
  await queue.enqueue(
    { kind: "review", repository, pullRequest, headSha: data.head, deliveryId },
    { dedupeKey, group, supersede: true },
  );
}
