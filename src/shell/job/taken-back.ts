import { takenBackWords } from "../../core/message/cancel-message.ts";
import type { GitHubAction } from "../../core/plan/action.ts";
import { cancelState, takesBack, takesBackHead } from "../../core/state/cancel.ts";
import { headState } from "../../core/state/heads.ts";
import type { PullRequestPlace } from "../../core/state/place.ts";
import { UserError } from "../../core/user-error.ts";
import { kept } from "../kept.ts";
import type { GitHubPort, JobRequest, KeyValueStore } from "../ports.ts";
import type { CommandJob } from "./command-job.ts";
import type { GenerateJob } from "./generation.ts";

/** Somebody with the right took an order back before it was written. */
export class TakenBack extends UserError {
  constructor() {
    super(takenBackWords);
  }
}

/** What an order brings about in a repository or says for its author; answers to the order itself are none. */
const carriesOut: ReadonlySet<GitHubAction["type"]> = new Set([
  "open-follow-up",
  "commit-files",
  "comment-on-line",
]);

interface Kept {
  readonly values: KeyValueStore;
}

/** Whether a `/cancel` that was accepted on its page was said after an order. */
export async function isTakenBack({ values }: Kept, job: CommandJob | GenerateJob): Promise<boolean> {
  const { repository, pullRequest: number, order } = job;
  const cancel = await kept(values, cancelState, { repository, number }).get();
  return takesBack(cancel, order);
}

/** The same of a repair, which goes on with the order that a head was made by. */
export async function isHeadTakenBack(
  { values }: Kept,
  place: PullRequestPlace,
  sha: string,
): Promise<boolean> {
  const cancel = await kept(values, cancelState, place).get();
  if (cancel === null) return false;
  const heads = (await kept(values, headState, place).get()) ?? [];
  return takesBackHead(cancel, { sha, at: heads.find((head) => head.sha === sha)?.at ?? 0 });
}

/** The one gate of `/cancel`: asked directly before anything is written for an order. Throws TakenBack. */
export function withoutTakenBack(github: GitHubPort, ports: Kept, job: JobRequest): GitHubPort {
  return {
    ...github,
    apply: async (repository, number, action) => {
      if (carriesOut.has(action.type) && (await isStopped(ports, job, { repository, number })))
        throw new TakenBack();
      return github.apply(repository, number, action);
    },
  };
}

async function isStopped(ports: Kept, job: JobRequest, place: PullRequestPlace): Promise<boolean> {
  if (job.kind === "command" || job.kind === "generate") return isTakenBack(ports, job);
  return job.kind === "checks-ended" && isHeadTakenBack(ports, place, job.headSha);
}
