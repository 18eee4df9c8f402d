import type { Entry } from "../entries/entry.ts";
import { readLines } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import type { Sentence } from "./sentences.ts";

/** An entry whose lines are more is not taken in at a glance. */
const short = 6;

/** Where sentences stand in their entry, as links; "" where that is short, so that its own line says it. */
export function sentenceLines(
  about: readonly Sentence[],
  facts: Pick<DesignFacts, "link" | "members">,
): string {
  const lines = about.flatMap(({ id, text }) => {
    const members = facts.members.filter(({ change }) => change.id === id);
    return members.flatMap(({ change: { after } }) => (after === null ? [] : linesOf(after, text)));
  });
  const found = [
    ...new Set(lines.map(({ file, line }) => `[line ${String(line)}](${facts.link(file, line)})`)),
  ];
  return found.length === 0 ? "" : `, ${found.slice(0, most).join(", ")}`;
}

const most = 6;

function linesOf(entry: Entry, sentence: string): readonly Pick<Entry, "file" | "line">[] {
  const { file, line: first, endLine, lines } = entry;
  if (endLine - first < short) return [];
  return readLines(lines)
    .passages.flatMap(({ sentences }) => sentences)
    .filter(({ visible }) => visible !== "" && visible.slice(0, 800) === sentence)
    .map(({ line }) => ({ file, line }));
}
