import { cancelledMessage, nothingRunsMessage } from "../../core/message/cancel-message.ts";
import { parseCommands } from "../../core/command/parse-commands.ts";
import { cancelState, withCancel } from "../../core/state/cancel.ts";
import { checksGroup, generationGroup, jobGroup } from "../job-group.ts";
import type { JobRecord } from "../job-queue.ts";
import { kept } from "../kept.ts";
import type { CommandJob } from "./command-job.ts";
import { recordedAt } from "./follow-up-register.ts";
import { ended, showRun } from "./generation-progress.ts";
import type { GenerateJob } from "./generation.ts";
import { changeRuns, isOpen, readRuns } from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";
import { isHeadTakenBack, isTakenBack } from "./taken-back.ts";

/**
 * `/cancel`: from here on nothing is written of what was ordered on this page before (`withoutTakenBack`). What runs or waits
 * of it ends within a second, and the tables say so. One that comes late stops nothing that was ordered after it was said.
 */
export async function cancelRuns(ports: JobPorts, job: CommandJob): Promise<string> {
  // Tried again, it would stop what the same comment has ordered after it.
  return ports.attempt.once("cancelled", async () => {
    const branch = await noteCancel(ports, job);
    const found = await openOrders(ports, job, branch);
    const stopped: JobRecord[] = [];
    for (const one of found)
      if (isLeftToTheGate(one) || (await ports.queue.cancel(one.id))) stopped.push(one);
    await endRows(ports, job, stopped);
    return stopped.length === 0 ? nothingRunsMessage() : cancelledMessage(stopped.length);
  });
}

/** Gives the branch of the follow-up that this is said on; null on any other page. */
async function noteCancel(ports: JobPorts, { repository, pullRequest, order }: CommandJob) {
  const place = { repository, number: pullRequest };
  const note = (head: string | null) =>
    kept(ports.values, cancelState, place).update((known) =>
      withCancel(known, {
        at: order.at,
        comment: order.comment ?? null,
        accepted: ports.clock.now().getTime(),
        head,
      }),
    );
  await note(null);
  if ((await recordedAt(ports.values, place)) === null) return null;
  const pull = await ports.github.pullRequest(repository, pullRequest);
  if (pull === null) return null;
  await note(pull.headSha);
  return pull.headRef;
}

const open = ["waiting", "parked", "running"] as const;

/** What runs or waits of the orders that were taken back. */
async function openOrders(
  ports: JobPorts,
  job: CommandJob,
  branch: string | null,
): Promise<readonly JobRecord[]> {
  const { repository, pullRequest } = job;
  const groups = [jobGroup(repository, pullRequest), generationGroup(repository, pullRequest)];
  if (branch !== null) groups.push(checksGroup(repository, branch));
  const found: JobRecord[] = [];
  for (const group of groups)
    for (const one of await ports.queue.jobs({ group, states: open }))
      if (await isTakenBackBy(ports, job, one)) found.push(one);
  // A command that has handed its work on is that work.
  const isWork = ({ kind, job: work }: JobRecord, of: JobRecord): boolean =>
    kind === "generate" && work?.deliveryId === of.job?.deliveryId;
  return found.filter((one) => one.kind !== "command" || !found.some((other) => isWork(other, one)));
}

async function isTakenBackBy(
  ports: JobPorts,
  job: CommandJob,
  { kind, job: other }: JobRecord,
): Promise<boolean> {
  if (other === null) return kind === "generate";
  switch (other.kind) {
    case "generate":
      if (await isDone(ports, other)) return false;
      return other.deliveryId === job.deliveryId || isTakenBack(ports, other);
    case "command":
      return other.deliveryId !== job.deliveryId && ordersIn(other).length > 0 && isTakenBack(ports, other);
    case "checks-ended":
      return (
        (other.conclusion === "failure" || other.conclusion === "timed_out") &&
        isHeadTakenBack(ports, { repository: job.repository, number: job.pullRequest }, other.headSha)
      );
    default:
      return false;
  }
}

/** All that was to be written stands: what still runs of it only ends. */
async function isDone(ports: JobPorts, work: GenerateJob): Promise<boolean> {
  const { repository, pullRequest, commentId, deliveryId } = work;
  const runs = await readRuns(ports.values, repository, pullRequest);
  const own = runs.find((run) => run.commentId === commentId && run.deliveryId === deliveryId);
  return own !== undefined && !own.rows.some(isOpen);
}

/** The commands of a comment that need a right and wait for their turn. */
function ordersIn({ body }: CommandJob) {
  return parseCommands(body).filter(
    ({ type, ...found }) =>
      type === "command" &&
      "command" in found &&
      found.command.lane === "work" &&
      found.command.permission === "write",
  );
}

/** A comment that waits and asks for something else, too, has that carried out in its turn; one that works may be writing. */
function isLeftToTheGate({ state, job }: JobRecord): boolean {
  return (
    state !== "running" && job?.kind === "command" && ordersIn(job).length < parseCommands(job.body).length
  );
}

/** What is still open in the tables, but for runs that were ordered later. */
async function endRows(ports: JobPorts, job: CommandJob, stopped: readonly JobRecord[]): Promise<void> {
  const { repository, pullRequest } = job;
  const group = generationGroup(repository, pullRequest);
  const goOn = (await ports.queue.jobs({ group, states: open })).flatMap(({ id, job: other }) =>
    other === null || stopped.some((one) => one.id === id) ? [] : [other.deliveryId],
  );
  const before = await readRuns(ports.values, repository, pullRequest);
  const isEnded = (one: { readonly deliveryId: string }): boolean => !goOn.includes(one.deliveryId);
  const shown = before.filter((run) => run.rows.some(isOpen) && isEnded(run));
  const after = await changeRuns(ports.values, repository, pullRequest, (runs) =>
    runs.map((run) => (isEnded(run) ? { ...run, rows: run.rows.map(ended("cancelled")) } : run)),
  );
  for (const run of after.filter(({ deliveryId }) => shown.some((one) => one.deliveryId === deliveryId)))
    await showRun(ports, { repository, pullRequest }, run);
}
