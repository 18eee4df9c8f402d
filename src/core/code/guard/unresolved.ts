import type { FileChange } from "../file-change.ts";
import type { Refusal } from "./write-policy.ts";
import { fileName } from "../../file-name.ts";

/**
 * Refused writes that nothing took the place of: the path was not written in the end, and neither was a file of that name
 * elsewhere. One a path, the last.
 */
export function unresolvedRefusals(
  refusals: readonly Refusal[],
  files: readonly FileChange[],
): readonly Refusal[] {
  const written = new Set(files.map(({ path }) => path));
  const names = new Set(files.map(({ path }) => nameOf(path)));
  const open = refusals.filter(
    ({ path, rule }) =>
      !written.has(path) && !((rule === "path-outside" || rule === "path-shape") && names.has(nameOf(path))),
  );
  return [...new Map(open.map((refusal) => [refusal.path, refusal])).values()];
}

function nameOf(path: string): string {
  return fileName(path).toLowerCase();
}
