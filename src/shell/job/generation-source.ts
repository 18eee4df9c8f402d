import { questionsIn } from "../../core/design/questions-in.ts";
import { withState } from "../../core/design/design-state.ts";
import { refusedWords } from "../../core/message/follow-up-note.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { designGoneWords, openDesignWords } from "../../core/message/design-checks.ts";
import { designOutdatedWords } from "../../core/message/order-message.ts";
import { staleEntries } from "../../core/plan/plan-stale-note.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { PullRequest } from "../ports.ts";
import { changedInBase } from "./changed-in-base.ts";
import { unapprovedWords } from "./design-approval.ts";
import type { GenerateJob, Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { reviewOf } from "./load-review.ts";
import { generateProblemWords, specMovedWords } from "./order.ts";
import { loadMandated, loadSource, sourceOf, type StandingFollowUp } from "./source-of.ts";

/** What a `/generate` works from. */
export interface GenerationSource {
  readonly reviewed: Reviewed;
  /** As asked; on a design's pull request: the design's entries, on the code path. */
  readonly request: GenerateJob["request"];
  /** The design that stands between spec and code, and the commit that has it; null on the direct path. */
  readonly design: (SourceFile & { readonly commit: string }) | null;
  /** What is to be said beside the table. */
  readonly notes: readonly string[];
}

/**
 * The spec pull request that a `/generate` concerns: the one it was given on, or the one whose design it was given on. Null
 * where there is nothing to generate from, or where the configuration wants no code after a merged design; a text: what
 * to say instead of generating.
 */
export async function generationSource(
  ports: JobPorts,
  job: GenerateJob,
): Promise<GenerationSource | string | null> {
  const pull = await ports.github.pullRequest(job.repository, job.pullRequest);
  if (pull === null) return null;
  const problem = generateProblemWords(job, pull);
  if (problem !== null) return problem;
  if (pull.ours) return fromDesign(ports, job, pull);
  const loaded = await reviewOf(ports, job.repository, pull, job.order.author);
  return loaded.review === null ? null : given({ ...loaded, review: loaded.review }, job);
}

/** The design as its pull request has it: what was looked at, or approved by the merge. */
async function fromDesign(
  ports: JobPorts,
  job: GenerateJob,
  pull: PullRequest,
): Promise<GenerationSource | string | null> {
  const { repository } = job;
  const source = await sourceOf(ports, repository, pull);
  if (typeof source === "string") return refusedWords(source);
  if (source.data.stage !== "design") return null;
  const byMerge = isByMerge(job, pull);
  const found = await (byMerge ? approvedSpec : orderedSpec)(ports, job, source);
  if (found === null || typeof found === "string") return found;
  const { reviewed, notes } = found;
  const design = await documentOf(ports, repository, pull, { followUp: source, reviewed });
  if (typeof design === "string") return design;
  const unapproved = pull.merged
    ? await unapprovedWords(ports, repository, { design: pull, spec: reviewed.pull }, design)
    : null;
  const refused = (byMerge ? unapproved : null) ?? (await changedWords(ports, job, source, reviewed));
  if (refused !== null) return refused;
  const isApproved = pull.merged && unapproved === null;
  const open = isApproved ? 0 : questionsIn(design.text);
  if (open > 0 && !job.request.acceptOpen) return openDesignWords(design.path, open);
  return {
    ...{ reviewed, notes },
    request: { ...job.request, ids: ownIds(job, Object.keys(source.data.entries)), path: "code" },
    design: isApproved ? { ...design, text: withState(design.text, "accepted") } : design,
  };
}

function changedWords(
  ports: JobPorts,
  { request }: GenerateJob,
  followUp: FollowUp,
  reviewed: Reviewed,
): Promise<string | null> {
  return request.acceptStale === true ? Promise.resolve(null) : changedInBase(ports, followUp, reviewed);
}

interface DesignedSpec {
  readonly reviewed: Reviewed;
  readonly notes: readonly string[];
}

/** Nobody asked in words, then or by `/retry`: the design was merged. */
function isByMerge({ commentId }: GenerateJob, { merged }: PullRequest): boolean {
  return commentId === null && merged;
}

/** Who merges a design approves what it was made from, under what it was ordered under, and nothing that came since. */
async function approvedSpec(
  ports: JobPorts,
  { order }: GenerateJob,
  followUp: StandingFollowUp,
): Promise<DesignedSpec | string | null> {
  const found = await loadMandated(ports, followUp, order.author);
  if (found === null || typeof found === "string") return found;
  if ("stale" in found) return designOutdatedWords(found.stale);
  const { loaded, notes } = found;
  if (loaded.review === null || !wantsCode(loaded.config)) return null;
  return { reviewed: { ...loaded, review: loaded.review }, notes };
}

/**
 * Who says `/generate` on a design means the spec of that moment, which a fork's author may have changed since; entries that
 * the design was not made from want a word of their own.
 */
async function orderedSpec(
  ports: JobPorts,
  { order, request }: GenerateJob,
  followUp: StandingFollowUp,
): Promise<DesignedSpec | string | null> {
  const loaded = await loadSource(ports, followUp, order.author);
  if (typeof loaded === "string") return refusedWords(loaded);
  if (loaded !== null && "elsewhere" in loaded) return loaded.elsewhere;
  if (!loaded?.review) return null;
  const moved = specMovedWords(order, followUp, loaded.pull);
  if (moved !== null) return moved;
  const stale = [...staleEntries(followUp, loaded.review).keys()];
  if (stale.length > 0 && request.acceptStale !== true) return designOutdatedWords(stale);
  return { reviewed: { ...loaded, review: loaded.review }, notes: [] };
}

async function documentOf(
  { github }: JobPorts,
  repository: GenerateJob["repository"],
  { headSha: commit }: PullRequest,
  { followUp: { data }, reviewed }: { readonly followUp: FollowUp; readonly reviewed: Reviewed },
): Promise<Exclude<GenerationSource["design"], null> | string> {
  const path = data.document ?? `${reviewed.config.design}/${data.workPackage}.md`;
  const text = await github.file(repository, path, commit);
  return text === null ? designGoneWords(path) : { path, commit, text };
}

function given(reviewed: Reviewed, { request }: GenerateJob): GenerationSource {
  return { reviewed, request, design: null, notes: [] };
}

function ownIds({ request }: GenerateJob, designed: readonly string[]): readonly string[] {
  return request.ids.length === 0 || request.ids.includes("all") ? designed : request.ids;
}

function wantsCode({ codeAfterDesign, model, targets }: Reviewed["config"]): boolean {
  return codeAfterDesign && model.enabled && targets.length > 0;
}
