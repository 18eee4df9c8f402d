import type { SourceFile } from "../../entries/entry.ts";
import type { ContextFile } from "../target.ts";
import type { RankedFile } from "./rank-context.ts";

/** The ranked files with the text a writer is shown: all of it, or the chosen lines with their numbers. */
export function shownFiles(
  ranked: readonly RankedFile[],
  files: readonly SourceFile[],
): readonly ContextFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return ranked.map(({ path, why, lines }) => {
    const text = texts.get(path) ?? "";
    if (lines === null) return { path, why, text };
    const all = text.split("\n");
    const parts = lines.map(({ from, to }, index) => {
      const which = from === to ? `line ${from}` : `lines ${from} to ${to}`;
      const of = index === 0 ? ` of ${all.length}` : "";
      return [`(${which}${of})`, ...all.slice(from - 1, to)].join("\n");
    });
    return { path, why, text: parts.join("\n") };
  });
}
