import type { SourceFile } from "../spec/entry.ts";
import { type ParseOptions, parseSpec } from "../spec/parse-spec.ts";

/** Which entry encloses which, at head. */
export function parentsOf(files: readonly SourceFile[], parse: ParseOptions): (id: string) => string | null {
  const parents = new Map<string, string | null>();
  for (const file of parseSpec(files, parse).files) {
    for (const { id, parent } of file.entries) if (!parents.has(id)) parents.set(id, parent);
  }
  return (id) => parents.get(id) ?? null;
}
