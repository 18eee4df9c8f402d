import type { Finding, SourceFile } from "../entries/entry.ts";
import { linesOf, tangledRuns } from "../markdown/page/tangled-runs.ts";

/** Lines that came or changed and that nobody here reads, as it is not sure what of them a page shows: one finding for each run. */
export function unreadRuns(base: readonly SourceFile[], head: readonly SourceFile[]): readonly Finding[] {
  const before = new Map(base.map(({ path, text }) => [path, text]));
  return head.flatMap(({ path, text }) => {
    const old = before.get(path) ?? "";
    if (text === old || !text.includes("<")) return [];
    const known = new Set(linesOf(old));
    const lines = linesOf(text);
    return tangledRuns(lines)
      .filter(({ from, to }) => lines.slice(from, to).some((line) => !known.has(line)))
      .map(({ from, to }) => ({
        rule: "unread-html",
        id: null,
        file: path,
        line: from + 1,
        message: message(from + 1, to),
      }));
  });
}

function message(from: number, to: number): string {
  const lines = from === to ? `Line ${String(from)} is` : `Lines ${String(from)} to ${String(to)} are`;
  return `${lines} not read, by rules or a model, and what stands there counts as gone: readers of Markdown do not agree where the HTML there ends. Put an empty line between HTML and what stands beside it.`;
}
