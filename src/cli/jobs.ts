import type { Command } from "commander";
import { UserError } from "../core/user-error.ts";
import { openStore } from "./open-store.ts";
import type { JobAdmin, JobRecord, JobRequest, JobState } from "../shell/ports.ts";

const states: readonly JobState[] = ["waiting", "parked", "running", "done", "failed", "cancelled"];

export function registerJobs(command: Command): void {
  command
    .command("list")
    .description("newest first")
    .option("--state <state>", `only these: ${states.join(", ")}`)
    .option("--limit <number>", "how many are looked at", "50")
    .option("--all", "also the server's own looks for missed deliveries")
    .action(async (options: { state?: string; limit: string; all?: true }) => {
      await withJobs(async (store) => {
        const jobs = await store.jobs({ ...stateFilter(options.state), limit: limitOf(options.limit) });
        printList(
          jobs.filter(({ kind, state }) => options.all === true || kind !== "recover" || state === "failed"),
        );
      });
    });
  command
    .command("show <id>")
    .description("everything stored about a job, as JSON")
    .action(async (id: string) => {
      await withJobs(async (store) => {
        const job = await store.job(id);
        if (job === null) throw unknownJob(id);
        console.log(JSON.stringify(job, null, 2));
      });
    });
  command
    .command("retry <id>")
    .description("put a failed or cancelled job back, with fresh attempts")
    .action(async (id: string) => {
      await steer(
        id,
        (store) => store.retry(id),
        "waits again",
        "only failed and cancelled jobs can be retried",
      );
    });
  command
    .command("cancel <id>")
    .description("end a waiting job, abort a running one")
    .action(async (id: string) => {
      await steer(id, (store) => store.cancel(id), "is cancelled", "it has already ended");
    });
}

async function steer(
  id: string,
  change: (store: JobAdmin) => Promise<boolean>,
  done: string,
  refused: string,
): Promise<void> {
  await withJobs(async (store) => {
    const job = await store.job(id);
    if (job === null) throw unknownJob(id);
    if (!(await change(store))) throw new UserError(`Job ${id} is ${job.state}: ${refused}.`);
    console.log(`Job ${id} ${done}.`);
  });
}

async function withJobs(use: (store: JobAdmin) => Promise<void>): Promise<void> {
  const opened = await openStore();
  try {
    await use(opened.jobs);
  } finally {
    await opened.close();
  }
}

function stateFilter(state: string | undefined): { states?: readonly JobState[] } {
  if (state === undefined) return {};
  const known = states.find((candidate) => candidate === state);
  if (known === undefined) throw new UserError(`There is no state ${state}; there are ${states.join(", ")}.`);
  return { states: [known] };
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new UserError("--limit is a number up to 10000.");
  return limit;
}

function unknownJob(id: string): UserError {
  return new UserError(`There is no job ${id}. twopath jobs list shows them.`);
}

function printList(jobs: readonly JobRecord[]): void {
  if (jobs.length === 0) console.log("No jobs.");
  for (const record of jobs) console.log(line(record));
}

function line({ id, state, attempt, maxAttempts, createdAt, kind, job, error }: JobRecord): string {
  const tries = `${String(attempt)}/${String(maxAttempts)}`;
  const reason = state === "done" || error === null ? "" : `  ${error.split("\n", 1)[0] ?? ""}`;
  return `${id.padStart(6)}  ${state.padEnd(9)}  ${tries}  ${new Date(createdAt).toISOString()}  ${kind}  ${job === null ? "" : aboutWhat(job)}${reason}`;
}

function aboutWhat(job: JobRequest): string {
  const target = job.kind === "dead-letter" ? job.of : job;
  const where = "repository" in target ? `${target.repository.owner}/${target.repository.name}` : "";
  return "pullRequest" in target ? `${where}#${String(target.pullRequest)}` : where;
}
