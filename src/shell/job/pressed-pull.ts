import { meantPull, type PressedPull } from "../../core/plan/meant-pull.ts";
import { headState, momentAt, pullsOfCommit } from "../../core/state/heads.ts";
import { kept } from "../kept.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";

/** Pull requests that are looked at beside the one whose button was pressed. */
const maxOthers = 10;

/** What a press may mean, of the pull requests that events have told of with its commit. */
export async function pressedPull(
  { github, values }: JobPorts,
  { repository, pullRequest, order }: CommandJob,
): Promise<ReturnType<typeof meantPull>> {
  const headSha = order.heads.at(-1) ?? "";
  const known = (await kept(values, pullsOfCommit, repository, headSha).get()) ?? [];
  const others = known.filter((number) => number !== pullRequest).slice(-maxOthers);
  const pulls: PressedPull[] = [];
  for (const number of [pullRequest, ...others]) {
    const pull = await github.pullRequest(repository, number);
    if (pull === null) continue;
    const heads = (await kept(values, headState, { repository, number }).get()) ?? [];
    pulls.push({
      ...{ number, isOpen: pull.state === "open", closedAt: pull.closedAt, headSha: pull.headSha },
      headsThen: momentAt(heads, order.at).heads,
    });
  }
  return meantPull({ pullRequest, headSha, at: order.at }, pulls);
}
