import type { SourceFile } from "./entry.ts";
import { parseSpec } from "./parse-spec.ts";

/** A file in which entries with IDs were recognised. */
export interface FoundSpec {
  readonly path: string;
  /** Name of the dialect. */
  readonly dialect: string;
  readonly entries: number;
}

/** Fewer entries than this are chance. */
export const fewestEntries = 2;

/** Which of some Markdown files are specs, told by entries with IDs. Prose, where IDs are made here, does not count. */
export function findSpecs(files: readonly SourceFile[]): readonly FoundSpec[] {
  return parseSpec(files).files.flatMap(({ path, dialect, entries }) =>
    dialect === null || dialect === "prose" || entries.length < fewestEntries
      ? []
      : [{ path, dialect, entries: entries.length }],
  );
}
