import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { localId } from "./local-id.ts";
import { label, shortId } from "./markdown.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

/** What an entry is called in its document: where others have the same name, with the line that it stands at. */
function nameOf(change: Recommendation["change"], { members }: Pick<DesignFacts, "members">): string {
  const same = members.filter((one) => localId(one.change.id) === localId(change.id));
  if (same.length < 2) return shortId(change.id);
  const isOneFile = same.every((one) => one.change.file === change.file);
  const line = String(change.line);
  return `${shortId(change.id)} (${isOneFile ? `line ${line}` : `${label(change.file)}:${line}`})`;
}

/** The entries that some sentences are of, by name: where a question comes from. */
export function citedOf(
  { ids, about }: { readonly ids: readonly string[]; readonly about: readonly Sentence[] },
  facts: Pick<DesignFacts, "members">,
): string {
  const names = ids.flatMap((id) => {
    const own = facts.members.filter((one) => one.change.id === id && isAbout(one, about));
    return own.length === 0 ? [shortId(id)] : own.map(({ change }) => nameOf(change, facts));
  });
  const all = [...new Set(names)];
  const more = all.length > most ? `, and ${String(all.length - most)} more` : "";
  return `${all.slice(0, most).join(", ")}${more}`;
}

const most = 12;

/** Whether one of the sentences is of this entry: a file may hold two of one ID. */
export function isAbout(one: Recommendation, about: readonly Sentence[]): boolean {
  const own = sentencesOf([{ id: one.change.id, text: textOf(one) }]).map(({ text }) => text);
  return about.some(
    ({ id, text }) =>
      id === one.change.id && own.some((sentence) => sentence.includes(text) || text.includes(sentence)),
  );
}
