import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { localId } from "./local-id.ts";
import { label, shortId } from "./markdown.ts";
import { sentencesOf, type Sentence } from "./sentences.ts";

type Facts = Pick<DesignFacts, "link" | "members">;

/** Whether an ID is only the beginning of the entry's own text, which stands beside it: it names nothing. */
export function isOfItsWords({ id, after, before }: Recommendation["change"]): boolean {
  const entry = after ?? before;
  if (entry?.traits?.hasContentId !== true) return false;
  const words = id.slice(Math.max(id.lastIndexOf("#"), id.lastIndexOf("/")) + 1).replace(/…$/, "");
  const text = entry.text.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return words.split("-").length >= fewest && text.startsWith(words.replace(/[^a-z0-9]+/g, ""));
}

/** Words that make a sentence rather than a heading. */
const fewest = 5;

/** What an entry is called in its document: where others have the same name, with the line that it stands at. */
function nameOf(change: Recommendation["change"], { members, link }: Facts): string {
  if (isOfItsWords(change)) return `[line ${String(change.line)}](${link(change.file, change.line)})`;
  const same = members.filter((one) => localId(one.change.id) === localId(change.id));
  if (same.length < 2) return shortId(change.id);
  const isOneFile = same.every((one) => one.change.file === change.file);
  const line = String(change.line);
  return `${shortId(change.id)} (${isOneFile ? `line ${line}` : `${label(change.file)}:${line}`})`;
}

/** The entries that some sentences are of, by name: where a question comes from. */
export function citedOf(
  { ids, about }: { readonly ids: readonly string[]; readonly about: readonly Sentence[] },
  facts: Facts,
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
