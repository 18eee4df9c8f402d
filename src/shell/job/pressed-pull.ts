import { pullsOfCommit } from "../../core/state/heads.ts";
import { kept } from "../kept.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";

/** Pull requests that are looked at for the one whose button was pressed. */
const maxCandidates = 10;

/**
 * Numbers of the open pull requests that a press may mean. A check run belongs to a commit, and several pull requests can
 * have one commit as their head: GitHub does not say in which of them somebody pressed.
 */
export async function pressedPulls(
  { github, values }: JobPorts,
  { repository, pullRequest, order }: CommandJob,
): Promise<readonly number[]> {
  const headSha = order.heads.at(-1) ?? "";
  const known = await kept(values, pullsOfCommit, repository, headSha).get();
  const candidates = [...new Set([pullRequest, ...(known ?? [])])].slice(-maxCandidates);
  const meant: number[] = [];
  for (const number of candidates) {
    const pull = await github.pullRequest(repository, number);
    if (pull?.state === "open" && pull.headSha === headSha) meant.push(number);
  }
  return meant;
}
