import { readingOf } from "../../core/entries/parse-spec.ts";
import type { CheckFailure } from "../../core/code/check-failure.ts";
import { codeRequest, type CodeRequest } from "../../core/code/code-request.ts";
import { codeTarget, type ConfiguredTarget } from "../../core/code/configured-target.ts";
import { citationHabit } from "../../core/code/citation-habit.ts";
import { maxContext, rankContext } from "../../core/code/context/rank-context.ts";
import { shownFiles } from "../../core/code/context/shown-files.ts";
import {
  changedEntries,
  readingMatter,
  requestedEntries,
  type SpecSides,
} from "../../core/code/requested-entries.ts";
import type { Revision } from "../../core/code/revision.ts";
import { vectorFolder } from "../../core/code/target.ts";
import { type ExtractedVectors, extractVectors } from "../../core/code/vectors/extract-vectors.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { OpenedTarget } from "../target/opened-target.ts";
import type { Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";

interface CodeFacts {
  readonly reviewed: Pick<Reviewed, "review" | "files" | "config">;
  readonly unit: GenerationUnit;
  readonly target: ConfiguredTarget;
  /** The merged or drafted design, or null on the direct path. */
  readonly design: SourceFile | null;
  readonly note: string | null;
  readonly failures?: readonly CheckFailure[];
  readonly revision?: Revision;
}

/** Puts everything the writer of one target works from together; `left` is test data that could not be made vectors. */
export async function gatherCodeRequest(
  ports: Pick<JobPorts, "entries">,
  { reviewed, unit, target, design, note, failures, revision }: CodeFacts,
  opened: OpenedTarget,
): Promise<{ readonly request: CodeRequest; readonly left: ExtractedVectors["left"] }> {
  const members = reviewed.review.recommendations.filter(({ change }) => unit.entries.includes(change.id));
  const spec = await sidesOf(ports, reviewed);
  const code = codeTarget(target);
  const { vectors, left } = extractVectors({
    entries: members.flatMap(({ change, testData }) =>
      change.after === null ? [] : [{ entry: change.after, testData }],
    ),
    files: [...reviewed.files.head, ...reviewed.files.tests],
    folder: vectorFolder(
      code,
      (await opened.tree()).map(({ path }) => path),
    ),
  });
  const files = await opened.code();
  const entries = changedEntries(members, spec);
  const conventions = await opened.conventions();
  const request = codeRequest({
    target: code,
    entries: requestedEntries(members, spec),
    neighbours: readingMatter(members, spec, reviewed.files.head),
    design,
    context: shownFiles(rankContext({ files, entries, budget: maxContext }), files),
    conventions,
    formatting: await opened.formatting(),
    habit: citationHabit(files, [...spec.head.keys()], conventions),
    vectors,
    note,
    ...(failures === undefined ? {} : { failures }),
    ...(revision === undefined ? {} : { revision }),
  });
  return { request, left };
}

async function sidesOf(
  ports: Pick<JobPorts, "entries">,
  { files, config }: CodeFacts["reviewed"],
): Promise<SpecSides> {
  const byId = async (side: readonly SourceFile[]): Promise<SpecSides["head"]> => {
    const entries = await ports.entries(side, readingOf(config));
    return new Map(entries.map((entry) => [entry.id, entry]));
  };
  return { base: await byId(files.base), head: await byId(files.head) };
}
