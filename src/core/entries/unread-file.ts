import type { SpecFile } from "./entry.ts";
import { standingOf } from "./standing.ts";

/** A changed Markdown file in which no entry was recognised. */
export interface UnreadFile {
  readonly file: string;
  /** A whole sentence. */
  readonly why: string;
  /** What to write into the configuration so that it is read; null where no setting helps. */
  readonly config: string | null;
  /** The configuration, its name or its place says that it is a spec: worth a comment of its own. */
  readonly isExpected: boolean;
  /** A read-me, change log or plan: nobody expects entries in it. */
  readonly isCompanion?: boolean;
}

/** Of the changed files those that are there at head and in which nothing was recognised. `globs`: of the configuration. */
export function unreadFiles(
  changed: ReadonlySet<string>,
  head: readonly SpecFile[],
  globs: readonly string[] = [],
): UnreadFile[] {
  return head.flatMap(({ path, entries }) => {
    if (!changed.has(path) || entries.length > 0) return [];
    const standing = standingOf(path, globs);
    const why =
      standing === "companion"
        ? "A file of this name is read only where IDs of a known form begin its rules."
        : "No IDs, and too few rules (must, shall, Given/When/Then) to take it for a spec.";
    const config = `dialects: { ${JSON.stringify(path)}: prose }`;
    return [
      {
        file: path,
        why,
        config,
        isExpected: standing === "named" || standing === "likely",
        isCompanion: standing === "companion",
      },
    ];
  });
}
