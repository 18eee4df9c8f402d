import type { FileChange } from "../../core/code/file-change.ts";
import { fileRole } from "../../core/code/context/file-role.ts";
import { guard } from "../../core/code/guard/guard.ts";
import { sensitiveUses } from "../../core/code/guard/sensitive-uses.ts";
import { unresolvedRefusals } from "../../core/code/guard/unresolved.ts";
import { withoutSecrets } from "../../core/code/guard/secrets.ts";
import { type CodeTarget, holdsTag, tagOf } from "../../core/code/target.ts";
import type { WriteOutcome } from "./write-outcome.ts";
import { record, stopped, type WriterRun } from "./writer-run.ts";

/** The outcome, or what is missing while the model may still repair it. */
export function finishRun(run: WriterRun, summary: string): WriteOutcome | string {
  const { overlay, policy, given } = run.world;
  const files = overlay.changes();
  const refusals = guard(files, policy, { tree: overlay.tree, before: overlay.before, given });
  const missing = unverified(run, files);
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const wrote = files.some(({ path }) => !fixed.has(path));
  const problems = [
    ...refusals.map(({ message }) => message),
    ...missing,
    // What CI found may have no cause in the code; then there is nothing to write.
    ...(wrote || run.input.request.failures !== undefined ? [] : ["nothing was written"]),
  ];
  if (problems.length > 0 && run.repairs < run.input.limits.repairs) {
    run.repairs += 1;
    return `Not finished:\n${problems.map((problem) => `- ${problem}`).join("\n")}`;
  }
  if (refusals[0] !== undefined) {
    run.refusals.push(...refusals);
    return stopped(run, "guard", refusals[0].message);
  }
  if (!wrote) return stopped(run, "nothing-written", "the model finished without writing anything");
  const rank = (path: string): number => (fixed.has(path) ? 0 : 1);
  const sorted = [...files].sort((a, b) => rank(a.path) - rank(b.path));
  return {
    ...record(run),
    outcome: "files",
    files: sorted,
    summary: withoutSecrets(summary.slice(0, 4000)),
    unverified: missing,
    unresolved: unresolvedRefusals(run.refusals, sorted),
    uses: sensitiveUses(
      sorted.filter(({ path }) => !fixed.has(path)),
      overlay.before,
    ),
  };
}

/** Whether a file is a test: by the nearest folder, and by its own name where code and tests share one. */
function testsOf({ sourceFolders, testFolders }: CodeTarget): (path: string) => boolean {
  const depth = (path: string, folders: readonly string[]): number =>
    Math.max(
      -1,
      ...folders
        .filter((folder) => folder === "" || path.startsWith(`${folder}/`))
        .map((folder) => folder.length),
    );
  return (path) => {
    const test = depth(path, testFolders);
    const source = depth(path, sourceFolders);
    return test === source ? fileRole(path) === "test" : test > source;
  };
}

/** What can be seen in the written files without running them. */
function unverified(run: WriterRun, files: readonly FileChange[]): readonly string[] {
  const { entries, target, policy, vectors, failures } = run.input.request;
  // Mending what stands: the tags stand where they stood.
  if (failures !== undefined) return [];
  const isTest = testsOf(target);
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const written = files.filter(({ path }) => !fixed.has(path));
  const holds = (test: boolean, shows: (content: string) => boolean): boolean =>
    written.some(({ path, content }) => isTest(path) === test && content !== null && shows(content));
  const out: string[] = [];
  for (const { id } of entries) {
    const tag = tagOf(id, target.tag);
    const tagged = (content: string): boolean => holdsTag(content, tag);
    if (!holds(false, tagged)) out.push(`${id} is not tagged (${tag}) in the code`);
    if (!holds(true, tagged)) out.push(`${id} is not tagged (${tag}) in a test`);
  }
  for (const { path } of vectors) {
    const name = path.split("/").at(-1) ?? path;
    if (!holds(true, (content) => content.includes(name))) out.push(`no test reads ${path}`);
  }
  return out;
}
