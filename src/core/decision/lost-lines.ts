import type { Finding, SourceFile, SpecFile } from "../entries/entry.ts";
import { linesLost } from "../markdown/page/agreed.ts";
import { lostByLine } from "../markdown/page/lost-words.ts";
import { seenFile } from "../markdown/page/seen-file.ts";
import { linesOf, tangledRuns } from "../markdown/page/tangled-runs.ts";

/** So many lines are named. */
const mostNamed = 3;

/**
 * Lines that lost words which a page may show, for whatever reason, where they lost none in the text before: one finding for each
 * file. What a mark stands for in an entry is told of the entry.
 */
export function lostLines(
  base: readonly SourceFile[],
  parsed: readonly SpecFile[],
  head: readonly SourceFile[],
): readonly Finding[] {
  const before = new Map(base.map((file) => [file.path, file]));
  const entries = new Map(parsed.map((file) => [file.path, file.entries]));
  return head.flatMap((file) => {
    const old = before.get(file.path);
    if (file.text === old?.text) return [];
    const own = new Set(entries.get(file.path)?.flatMap(({ lines }) => lines.map(({ line }) => line)));
    const lost = lostIn(file, own);
    if (lost.size === 0) return [];
    const known = new Set(old === undefined ? [] : lostIn(old, new Set()).values());
    const told = [...lost].filter(([, text]) => !known.has(text)).map(([line]) => line);
    const [first] = told;
    if (first === undefined) return [];
    return [{ rule: "unread-words", id: null, file: file.path, line: first, message: message(told) }];
  });
}

/** The lines, by their numbers; of those that are an entry's own only where no mark stands. */
function lostIn(file: SourceFile, own: ReadonlySet<number>): ReadonlyMap<number, string> {
  const seen = seenFile(file);
  if (seen === file) return new Map();
  const lines = linesOf(file.text);
  const told = new Set<number>();
  for (const { from, to } of tangledRuns(lines)) for (let at = from; at < to; at += 1) told.add(at);
  const isToLook = (at: number, isMarked: boolean): boolean =>
    !(isMarked && own.has(at + 1)) && !told.has(at);
  const lost = [
    ...disagreed(file, lines, own).filter((at) => !told.has(at)),
    ...lostByLine(lines, linesOf(seen.text), isToLook).map(({ line }) => line),
  ];
  return new Map(lost.sort((a, b) => a - b).map((at) => [at + 1, lines[at] ?? ""]));
}

/** Lines, from 0, that a second reader reads otherwise: alone, or of what stands in no entry. */
function disagreed(file: SourceFile, lines: readonly string[], own: ReadonlySet<number>): readonly number[] {
  if (file.isForModel !== true) return [];
  const alone = linesOf(seenFile({ path: file.path, text: file.text }).text);
  const read = linesOf(seenFile(file).text);
  const lost = new Set(linesLost(lines, read).filter((at) => !own.has(at + 1)));
  return read.flatMap((line, at) => (line === alone[at] && !lost.has(at) ? [] : [at]));
}

function message(lost: readonly number[]): string {
  const more = lost.length - mostNamed;
  const named = lost.slice(0, mostNamed).join(", ");
  const lines =
    lost.length === 1 ? `line ${named}` : `lines ${named}${more > 0 ? ` and ${String(more)} more` : ""}`;
  return `Words of ${lines} are not read, by rules or a model, and count as gone: a page may not show them, or readers of Markdown do not agree that it does.`;
}
