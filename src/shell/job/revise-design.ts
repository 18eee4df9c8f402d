import type { Review } from "../../core/decision/review.ts";
import {
  notRevisedMessage,
  reviseNeedsModelMessage,
  reviseWhereMessage,
  revisedMessage,
  revisionFailedMessage,
} from "../../core/message/revise-message.ts";
import { followUpRefusals } from "../../core/message/follow-up-note.ts";
import { isBotBranch } from "../../core/plan/branch-name.ts";
import { planRevision } from "../../core/plan/plan-commit.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { jobGroup } from "../job-group.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { ModelPort, PullRequest } from "../ports.ts";
import { type RevisionOutcome, reviseDocument } from "../designer/revise-document.ts";
import { parseCheck } from "../writer/parse-check.ts";
import type { CommandJob } from "./command-job.ts";
import { designOnBranch } from "./design-on-branch.ts";
import type { JobPorts } from "./job-ports.ts";
import { reviseCode } from "./revise-code.ts";
import { specMovedWords } from "./order.ts";
import { revisable, unwritableWords } from "./revisable.ts";
import { loadSource, sourceOf, type StandingFollowUp } from "./source-of.ts";

/** A branch that moves on while the model works is read again, this often. */
const mostTries = 4;

/**
 * `/revise` on a design or code pull request: one more commit that changes what was asked. Of a design: The model only names passages and what
 * takes their place, so everything else on the branch, by whomever, stays as it is. Answers what changed, or why nothing.
 */
export async function reviseDesign(ports: JobPorts, job: CommandJob, asked: string): Promise<string> {
  const pull = await ports.github.pullRequest(job.repository, job.pullRequest);
  if (pull === null || !pull.ours || !isBotBranch(pull.headRef)) return reviseWhereMessage();
  const source = await sourceOf(ports, job.repository, pull);
  if (typeof source === "string") return notRevisedMessage(followUpRefusals[source]);
  if (ports.model === null) return reviseNeedsModelMessage();
  if (source.data.stage === "code") return reviseCode(ports, job, source, asked);
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const answer = await tryOnce(ports, job, source, asked, attempt);
    if (answer !== null) return answer;
  }
  return revisionFailedMessage("the branch moves on faster than it can be changed");
}

/** Null: somebody else was faster; the branch is to be read again. */
async function tryOnce(
  ports: JobPorts,
  job: CommandJob,
  source: StandingFollowUp,
  asked: string,
  attempt: number,
): Promise<string | null> {
  const open = await revisable(ports, job, asked);
  if (typeof open === "string") return open;
  const { pull, trailer } = open;
  const document = await designOnBranch(ports, job.repository, pull, source);
  if (document === null) return revisionFailedMessage("the design document is not on this branch any more");
  const loaded = await loadSource(ports, source, job.order.author);
  if (typeof loaded === "string") return notRevisedMessage(followUpRefusals[loaded]);
  if (loaded === null) return reviseNeedsModelMessage();
  if ("elsewhere" in loaded) return loaded.elsewhere;
  const moved = specMovedWords(job.order, source, loaded.pull);
  if (moved !== null) return moved;
  const model = modelFor(ports, source, loaded.config);
  if (model === null) return reviseNeedsModelMessage();
  const entries = entriesOf(source, loaded.review);
  const revised = await reviseDocument({
    facts: { document, entries, asked, beside: await besideOf(ports, job) },
    known: new Set(Object.keys(source.data.entries)),
    model,
    signal: ports.attempt.signal,
    once: (key, effect) => ports.attempt.once(`${String(attempt)}/${key}`, effect),
    parse: parseCheck,
  });
  if (revised.outcome === "failed") return revisionFailedMessage(revised.problem);
  if (revised.outcome === "nothing") return notRevisedMessage(revised.summary);
  return commitRevision(ports, job, pull, {
    ...{ document, asked, trailer, revised, source, leave: loaded.leave },
  });
}

interface Revision {
  readonly source: StandingFollowUp;
  readonly leave: SpecLeave;
  readonly trailer: string;
  readonly document: SourceFile;
  readonly asked: string;
  readonly revised: Extract<RevisionOutcome, { outcome: "revised" }>;
}

async function commitRevision(
  ports: JobPorts,
  job: CommandJob,
  pull: PullRequest,
  { source, document, asked, trailer, revised, leave }: Revision,
): Promise<string | null> {
  const unwritable = await unwritableWords(ports, job, source);
  if (unwritable !== null) return unwritable;
  const files = [{ path: document.path, content: revised.text }];
  const revision = planRevision(leave, pull, {
    ...{ asked, trailer, files, unresolved: [] },
    fromFork: false,
  });
  const applied = await ports.github.apply(job.repository, pull.number, revision);
  if (applied.result === "hands-off") return null;
  if (applied.result === "unchanged") return notRevisedMessage("the document says so already.");
  return revisedMessage({ ...revised, url: applied.url });
}

/** The line of the file that a review thread stands at, as its commit has it. */
async function besideOf({ github }: JobPorts, { repository, thread }: CommandJob): Promise<string | null> {
  if (thread === undefined) return null;
  const text = await github.file(repository, thread.path, thread.commit);
  return text?.split("\n")[thread.line - 1] ?? null;
}

function entriesOf(
  { data }: FollowUp,
  review: Review | null,
): readonly { readonly id: string; readonly text: string }[] {
  const wanted = new Set(Object.keys(data.entries));
  return (review?.recommendations ?? [])
    .filter(({ change }) => wanted.has(change.id))
    .map(({ change }) => ({ id: change.id, text: (change.after ?? change.before)?.text ?? "" }));
}

/** What it costs counts as the spec pull request's. */
function modelFor(
  { model }: JobPorts,
  { source }: FollowUp,
  { model: limits }: RepoConfig,
): ModelPort | null {
  if (model === null || !limits.enabled) return null;
  return model({
    pullRequest: jobGroup(source.repository, source.number),
    mostUsd: limits.maxUsdPerPullRequest,
  });
}
