import { withState } from "../../core/design/design-state.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { GenerateJob, Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview, reviewOf } from "./load-review.ts";
import { sourceOf } from "./source-of.ts";

/** What a `/generate` works from. */
export interface GenerationSource {
  readonly reviewed: Reviewed;
  /** As asked; on a design's pull request: the design's entries, on the code path. */
  readonly request: GenerateJob["request"];
  /** The design that stands between spec and code, or null on the direct path. */
  readonly design: SourceFile | null;
}

/**
 * The spec pull request that a `/generate` concerns: the one it was given on, or the one whose design it was given on. Null
 * where there is nothing to generate from, or where the configuration wants no code after a merged design.
 */
export async function generationSource(ports: JobPorts, job: GenerateJob): Promise<GenerationSource | null> {
  const { github } = ports;
  const pull = await github.pullRequest(job.repository, job.pullRequest);
  if (pull === null) return null;
  const source = pull.ours ? await sourceOf(github, job.repository, pull.body) : null;
  if (source?.data.stage !== "design") {
    const loaded = await reviewOf(ports, job.repository, pull);
    return loaded.review === null ? null : given({ ...loaded, review: loaded.review }, job);
  }
  if (source.repository.id !== job.repository.id) return null;
  const loaded = await loadReview(ports, source.repository, source.pullRequest);
  if (!loaded?.review || (job.afterMerge === true && !wantsCode(loaded.config))) return null;
  const path = source.data.document ?? `${loaded.config.design}/${source.data.workPackage}.md`;
  const text = await github.file(job.repository, path, pull.merged ? pull.baseRef : pull.headRef);
  return {
    reviewed: { ...loaded, review: loaded.review },
    request: { ...job.request, ids: ownIds(job, Object.keys(source.data.entries)), path: "code" },
    design: text === null ? null : { path, text: pull.merged ? withState(text, "accepted") : text },
  };
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
