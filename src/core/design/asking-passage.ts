import type { MarkdownPassage } from "../markdown/read/markdown-text.ts";
import { putsOff } from "../lexicon/putting-off.ts";
import { wordsLeavingOpen } from "./left-open.ts";

/** What tells how questions are to be marked is none. */
const isAboutMarks = /\b(?:use|mark|marked|marks|markers?|marking|warn|error)\b/i;

/** An item of a check list: it is done or to be done. */
export function isTask(line: string): boolean {
  return /^[\s>]*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/.test(line);
}

/** A question of the specification itself; what somebody is asked by the product stands in quotes. */
export function asksAtEnd(visible: string): boolean {
  const end = /\w\)?\?(["'”)*]*)$/.exec(visible)?.[1];
  return end !== undefined && !/["”]/.test(end);
}

/** The sentence of a passage that leaves a decision to those who build this. */
export function putOffIn(passage: MarkdownPassage): MarkdownPassage["sentences"][number] | undefined {
  if (isUnwritten(passage)) return undefined;
  return passage.sentences.find(
    (one) => wordsLeavingOpen(one.visible) !== null && !isAboutMarks.test(one.visible),
  );
}

/** `TBD - created by …` in place of a section's text: it has yet to be written, which decides nothing about the product. */
function isUnwritten({ kind, visible }: MarkdownPassage): boolean {
  return kind === "paragraph" && putsOff(visible.slice(0, 6)) && !visible.includes("?");
}

/** Whether the author says that it is settled. */
export function isClosed({ text, visible }: MarkdownPassage): boolean {
  return (
    /~~|✅|→/.test(text) ||
    /(?<!\bto be )\b(?:resolved|decided|answered|settled|decision:|answer:)/i.test(visible)
  );
}

/** A short item whole; of a long one what it asks at its end. */
export function asked({ visible, sentences }: MarkdownPassage): string {
  const last = sentences.at(-1)?.visible ?? "";
  return visible.length > 280 && last.endsWith("?") ? last : visible;
}
