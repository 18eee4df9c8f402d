import type { FileChange } from "../../core/code/file-change.ts";
import { citedForm } from "../../core/trace/cited-ids.ts";
import { fileRole } from "../../core/code/file-role.ts";
import { guard } from "../../core/code/guard/guard.ts";
import { newInKind } from "../../core/code/guard/new-kinds.ts";
import { endingOf, endingsWith } from "../../core/code/guard/path-facts.ts";
import { type SensitiveUse, sensitiveUses } from "../../core/code/guard/sensitive-uses.ts";
import { newModule, newPlace, order } from "../../core/code/guard/uses/language-uses.ts";
import { unresolvedRefusals } from "../../core/code/guard/unresolved.ts";
import { withoutSecrets } from "../../core/code/guard/secrets.ts";
import { type CodeTarget, holdsTag, tagOf } from "../../core/code/target.ts";
import { formatWritten } from "./format-written.ts";
import type { Overlay } from "./overlay.ts";
import type { NothingToDo } from "./run-tool.ts";
import { readable } from "./search-target.ts";
import type { WriteOutcome } from "./write-outcome.ts";
import { record, stopped, type WriterRun } from "./writer-run.ts";

/** The outcome, or what is missing while the model may still repair it. */
export async function finishRun(
  run: WriterRun,
  summary: string,
  nothingToDo: readonly NothingToDo[] = [],
): Promise<WriteOutcome | string> {
  const formatted = await formatWritten(run);
  const { overlay, policy, given } = run.world;
  const { request } = run.input;
  const idle = new Set(nothingToDo.map(({ entry }) => entry));
  const unneeded = new Set(
    request.vectors.filter(({ entries }) => entries.every((id) => idle.has(id))).map(({ path }) => path),
  );
  const files = overlay.changes().filter(({ path }) => !unneeded.has(path));
  const refusals = guard(files, policy, { tree: overlay.tree, before: overlay.before, given });
  const missing = unverified(run, files, idle);
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const wrote = files.some(({ path }) => !fixed.has(path));
  const known = new Set(request.entries.map(({ id }) => id));
  const allIdle = [...known].every((id) => idle.has(id));
  const problems = [
    ...refusals.map(({ message }) => message),
    ...missing,
    ...[...idle]
      .filter((id) => !known.has(id))
      .map((id) => `nothing_to_do names ${id}, which was not asked for`),
    // What CI found may have no cause in the code; then there is nothing to write.
    ...(wrote || allIdle || request.failures !== undefined || request.revision !== undefined
      ? []
      : ["nothing was written"]),
  ];
  if (run.repairs < run.input.limits.repairs) {
    // Style is worth one remark, and nothing that a finished change would be held back for.
    const style = run.repairs === 0 ? formatted.problems : [];
    if (problems.length + style.length > 0) {
      run.repairs += 1;
      return notFinished([...problems, ...style], formatted.changed);
    }
  }
  if (refusals[0] !== undefined) {
    run.refusals.push(...refusals);
    return stopped(run, "guard", refusals[0].message);
  }
  const said = saidBy(summary, nothingToDo, known);
  if (!wrote && allIdle && known.size > 0) return { ...record(run), outcome: "nothing", ...said };
  if (!wrote) return stopped(run, "nothing-written", "the model finished without writing anything");
  const rank = (path: string): number => (fixed.has(path) ? 0 : 1);
  const sorted = [...files].sort((a, b) => rank(a.path) - rank(b.path));
  return {
    ...record(run),
    ...said,
    outcome: "files",
    files: sorted,
    unverified: missing,
    unresolved: unresolvedRefusals(run.refusals, sorted),
    uses: await usesOf(sorted, run),
  };
}

const mostRead = 3_000;

/**
 * What the change newly uses, and what of it is of a kind or at a place of its own; test data of the spec counts as well. Where it
 * may be a module or an order in a comment, the code beside is read for whether it has them already.
 */
async function usesOf(files: readonly FileChange[], run: WriterRun): Promise<readonly SensitiveUse[]> {
  const { overlay, policy } = run.world;
  const fresh = newInKind(
    files.map(({ path }) => path),
    overlay.tree,
    policy,
  );
  return [
    ...fresh.map((path): SensitiveUse => ({ path, line: 1, kind: newPlace })),
    ...(await linesOf(files, overlay, run.input.request.target)),
  ];
}

async function linesOf(
  files: readonly FileChange[],
  overlay: Overlay,
  { tag }: CodeTarget,
): Promise<readonly SensitiveUse[]> {
  const paths = overlay.tree.map(({ path }) => path);
  const uses = sensitiveUses(files, overlay.before, paths, tag.pattern);
  if (!uses.some(({ kind }) => kind === newModule || kind === order)) return uses;
  const alike = new Set(files.flatMap(({ path }) => [...endingsWith(endingOf(path))]));
  const beside = overlay.tree.filter(({ kind, path }) => kind === "file" && alike.has(endingOf(path)));
  for (const { path } of beside.slice(0, mostRead)) if (readable(path)) await overlay.read(path);
  return sensitiveUses(files, overlay.before, paths, tag.pattern);
}

/** The model's own words, for those entries that were asked for. */
function saidBy(
  summary: string,
  nothingToDo: readonly NothingToDo[],
  known: ReadonlySet<string>,
): { readonly summary: string; readonly nothingToDo: readonly NothingToDo[] } {
  return {
    summary: withoutSecrets(summary.slice(0, 4000)),
    nothingToDo: nothingToDo
      .filter(({ entry }) => known.has(entry))
      .map(({ entry, because }) => ({ entry, because: withoutSecrets(because) })),
  };
}

function notFinished(problems: readonly string[], changed: readonly string[]): string {
  const lines = problems.map((problem) => `- ${problem}`).join("\n");
  const moved =
    changed.length === 0
      ? ""
      : `\nBrought into the form of its formatter meanwhile, read before you replace text in them: ${changed.join(", ")}.`;
  return `Not finished:\n${lines}${moved}`;
}

/**
 * Whether a file is a test: by its name and folder, as any code base has it, or else because it stands in a configured folder
 * of tests. Folders called `src` in there, as packages have them, hold code.
 */
function testsOf({ sourceFolders, testFolders }: CodeTarget): (path: string) => boolean {
  const depth = (path: string, folders: readonly string[]): number =>
    Math.max(
      -1,
      ...folders
        .filter((folder) => folder === "" || path.startsWith(`${folder}/`))
        .map((folder) => folder.length),
    );
  return (path) => {
    if (fileRole(path) === "test") return true;
    const test = depth(path, testFolders);
    return test > depth(path, sourceFolders) && !/\/(?:src|lib)\//.test(path.slice(test));
  };
}

/** What can be seen in the written files without running them. */
function unverified(
  run: WriterRun,
  files: readonly FileChange[],
  idle: ReadonlySet<string>,
): readonly string[] {
  const { entries, target, policy, vectors, failures, revision } = run.input.request;
  // Changing what stands: the tags stand where they stood.
  if (failures !== undefined || revision !== undefined) return [];
  const isTest = testsOf(target);
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const written = files.filter(({ path }) => !fixed.has(path));
  const holds = (test: boolean, shows: (content: string) => boolean): boolean =>
    written.some(({ path, content }) => isTest(path) === test && content !== null && shows(content));
  const out: string[] = [];
  for (const { id } of entries.filter((entry) => !idle.has(entry.id))) {
    const tag = tagOf(id, target.tag);
    const tagged = (content: string): boolean =>
      holdsTag(content, tag) || (target.tag.assumed === true && holdsTag(content, citedForm(id)));
    if (!holds(false, tagged)) out.push(`${id} is not tagged (${tag}) in the code`);
    if (!holds(true, tagged)) out.push(`${id} is not tagged (${tag}) in a test`);
  }
  for (const { path, entries: given } of vectors) {
    if (given.every((id) => idle.has(id))) continue;
    const name = path.split("/").at(-1) ?? path;
    if (!holds(true, (content) => content.includes(name))) out.push(`no test reads ${path}`);
  }
  return out;
}
