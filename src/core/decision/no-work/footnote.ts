import { isExplanation } from "../../entries/with-footnotes.ts";
import { sameDemand } from "./same-demand.ts";
import { noWork, type Proof } from "./proof.ts";

const reference = /\[\^[^\]\s]{1,60}\]/g;

/** A footnote that explains came, went or changed; the text that it stands at is the same. */
export const explainingFootnote: Proof = (change, context) => {
  const { before, after } = change;
  if (before === null || after === null || change.kind === "restored") return null;
  const texts = [before.text, after.text].map(parts);
  if (!texts.some(({ notes }) => notes.length > 0)) return null;
  if (!texts.every(({ notes, marks }) => notes.length === marks && notes.every(isExplanation))) return null;
  const [old = "", now = ""] = texts.map(({ rule }) => rule);
  const isSame =
    old === now ||
    sameDemand({ ...change, before: { ...before, text: old }, after: { ...after, text: now } }, context);
  return isSame ? noWork("Only a footnote that explains; the rule is the same.") : null;
};

/** The text without marks of footnotes, how many it refers to, and the notes below it. */
function parts(text: string): { rule: string; notes: string[]; marks: number } {
  const paragraphs = text.split("\n\n");
  const notes: string[] = [];
  while (paragraphs.length > 1) {
    const note = /^\(Note: ([\s\S]{1,2000})\)$/.exec(paragraphs.at(-1) ?? "")?.[1];
    if (note === undefined) break;
    notes.push(note);
    paragraphs.pop();
  }
  const rule = paragraphs.join("\n\n");
  const marks = new Set(rule.match(reference)).size;
  return { rule: rule.replace(reference, ""), notes, marks };
}
