import { questionsIn } from "../../core/design/questions-in.ts";
import { withState } from "../../core/design/design-state.ts";
import { followUpRefusals } from "../../core/message/follow-up-note.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { designGoneWords, openDesignWords } from "../../core/message/design-checks.ts";
import { designOutdatedWords } from "../../core/message/order-message.ts";
import { staleEntries } from "../../core/plan/plan-stale-note.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { PullRequest } from "../ports.ts";
import type { GenerateJob, Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { reviewOf } from "./load-review.ts";
import { generateProblemWords, specMovedWords } from "./order.ts";
import { loadSource, sourceOf } from "./source-of.ts";

/** What a `/generate` works from. */
export interface GenerationSource {
  readonly reviewed: Reviewed;
  /** As asked; on a design's pull request: the design's entries, on the code path. */
  readonly request: GenerateJob["request"];
  /** The design that stands between spec and code, and the commit that has it; null on the direct path. */
  readonly design: (SourceFile & { readonly commit: string }) | null;
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
  const problem = generateProblemWords(ports, job, pull);
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
  if (typeof source === "string") return refused(source);
  const { stage, document, workPackage, entries } = source.data;
  if (stage !== "design") return null;
  const loaded = await loadSource(ports, source, job.order.author);
  if (typeof loaded === "string") return refused(loaded);
  if (!loaded?.review || (job.afterMerge === true && !wantsCode(loaded.config))) return null;
  const outdated = outdatedWords(job, source, { ...loaded, review: loaded.review });
  if (outdated !== null) return outdated;
  const path = document ?? `${loaded.config.design}/${workPackage}.md`;
  const text = await ports.github.file(repository, path, pull.headSha);
  if (text === null) return designGoneWords(path);
  const open = pull.merged ? 0 : questionsIn(text);
  if (open > 0 && !job.request.acceptOpen) return openDesignWords(path, open);
  return {
    reviewed: { ...loaded, review: loaded.review },
    request: { ...job.request, ids: ownIds(job, Object.keys(entries)), path: "code" },
    design: { path, commit: pull.headSha, text: pull.merged ? withState(text, "accepted") : text },
  };
}

/**
 * Who merges a design approves what it was made from, and nothing that came into the spec since; who says `/generate`
 * on it means the spec of that moment, which a fork's author may have changed since.
 */
function outdatedWords(
  { order, afterMerge }: GenerateJob,
  followUp: FollowUp,
  { pull, review }: Reviewed,
): string | null {
  const stale = [...staleEntries(followUp, review).keys()];
  if (afterMerge === true) return stale.length === 0 ? null : designOutdatedWords(stale);
  return specMovedWords(order, followUp, pull);
}

function refused(why: keyof typeof followUpRefusals): string {
  return `Nothing was done: ${followUpRefusals[why]}.`;
}

function given(reviewed: Reviewed, { request }: GenerateJob): GenerationSource {
  return { reviewed, request, design: null };
}

function ownIds({ request }: GenerateJob, designed: readonly string[]): readonly string[] {
  return request.ids.length === 0 || request.ids.includes("all") ? designed : request.ids;
}

function wantsCode({ codeAfterDesign, model, targets }: Reviewed["config"]): boolean {
  return codeAfterDesign && model.enabled && targets.length > 0;
}
