import { readFollowUp } from "../../core/message/marker.ts";
import { createPage } from "../../sandbox/page/create-page.ts";
import type { Run } from "../../sandbox/page/runs.ts";
import { stageOf } from "../../sandbox/page/stage-of.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import type { JobRecord, JobRequest } from "../../shell/ports.ts";
import { reviewOf } from "./review-of.ts";
import { revisionToTry } from "./scripted-revision.ts";
import { type DemoWorld, maintainer, type ModelKind } from "./start-world.ts";

const notes: Readonly<Record<ModelKind, string>> = {
  live: "The replies come from the configured model.",
  scripted: "The model's replies are scripted: written for this demo, not recorded from any model.",
  none: "No model is configured: the rules decide, and designs are filled from the spec alone.",
};

/** Jobs nobody asked for, which would only push the others out of sight. */
const quiet: ReadonlySet<string> = new Set(["installed", "recover"]);

/** Serves the demo's pages from the sandbox's address. */
export function servePage(world: DemoWorld): void {
  const { sandbox, server, model } = world;
  sandbox.page = createPage({
    world: sandbox.world,
    modelNote: notes[model],
    scripted: model === "scripted",
    runs: async () =>
      (await server.tools.queue.jobs({ limit: 50 })).map(runOf).filter(({ kind }) => !quiet.has(kind)),
    counts: () => ({ requests: sandbox.requests.length, webhooks: sandbox.webhooks.deliveries.length }),
    review: (pull) => reviewOf(world, pull),
    visitor: {
      login: maintainer,
      tries: (pull) => tries(pull, world),
      comment: (pull, body) => {
        sandbox.comment(pull, maintainer, body);
      },
      merge: (pull) => sandbox.merge(pull, maintainer),
      close: (pull) => sandbox.closePullRequest(pull, maintainer),
      reopen: (pull) => sandbox.reopen(pull, maintainer),
      ready: (pull) => sandbox.setDraft(pull, maintainer, false),
    },
  });
}

/** What is worth saying on a pull request; on a design the one revision that the script can answer. */
async function tries(pull: PullRequest, { model, sandbox }: DemoWorld): Promise<readonly string[]> {
  const stage = stageOf(pull);
  const isOpen = pull.state === "open";
  const revise = stage === "design" && model === "scripted" && isOpen ? [await revisionToTry()] : [];
  const about = stage === "spec" ? sandbox.world.pulls : [pull];
  const ids = about.flatMap(({ body }) => Object.keys(readFollowUp(body ?? "")?.entries ?? {}));
  const explain = ids
    .filter((id) => !/\s/.test(id))
    .slice(0, 1)
    .map((id) => `/explain ${id}`);
  return [...revise, ...(stage === "code" ? ["/verify"] : []), ...explain, "/status", "/help"];
}

function runOf({ id, kind, job, state, attempt, createdAt, finishedAt, error }: JobRecord): Run {
  const about = job === null ? "" : aboutWhat(doneBy(job));
  const command = job?.kind === "command" ? (job.body.split("\n")[0] ?? "") : null;
  return { id, kind, about, command, state, attempt, createdAt, finishedAt, error };
}

function aboutWhat(job: JobRequest): string {
  const number = "pullRequest" in job ? `#${job.pullRequest}` : "";
  return "repository" in job ? `${job.repository.owner}/${job.repository.name}${number}` : "the server";
}

/** A job that gave up stands for the one that could not say so itself. */
function doneBy(job: JobRequest): Exclude<JobRequest, { kind: "dead-letter" }> {
  return job.kind === "dead-letter" ? doneBy(job.of) : job;
}
