import { parseCommands } from "../../core/command/parse-commands.ts";
import type { Moment } from "../../core/state/heads.ts";
import { boundOrder } from "../bound-order.ts";
import type { PastPull } from "../ports.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { sourceOf } from "./source-of.ts";

/**
 * The order of a comment, bound to what its pull request was when it was written, and the spec behind that: by the events that
 * were told of, or where none are kept by GitHub's own history.
 */
export async function toldOrder(ports: JobPorts, job: CommandJob): Promise<CommandJob> {
  if (ports.forgets !== true) return boundOrder(ports.values, job);
  if (job.commentId === null || !parseCommands(job.body).some(isOrder)) return job;
  const { repository, pullRequest: number, order } = job;
  const pull = await ports.github.pullRequest(repository, number);
  if (pull === null) return job;
  const own = momentOf(await ports.github.moment(repository, number, order.at));
  const source = pull.ours ? await sourceOf(ports, repository, pull) : null;
  if (source === null || typeof source === "string") return { ...job, order: { ...order, ...own } };
  const { repository: place, number: behind } = source.source;
  const spec = momentOf(await ports.github.moment(place, behind, order.at));
  return { ...job, order: { ...order, ...own, spec } };
}

function isOrder(found: ReturnType<typeof parseCommands>[number]): boolean {
  return found.type === "command" && found.command.permission === "write";
}

function momentOf({ head, base }: PastPull): Moment {
  if (base === null) return { heads: [], bases: [], unsure: true };
  return { heads: head === null ? [] : [head], bases: [base] };
}
