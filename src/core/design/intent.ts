import type { Recommendation } from "../decision/review.ts";
import { localId } from "./local-id.ts";
import { earlierText } from "./earlier-text.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { besideQuestions } from "./beside-questions.ts";
import { entryQuote } from "./entry-quote.ts";
import { place, standing } from "./entry-lines.ts";
import { code, quoted, shortId } from "./markdown.ts";
import { isOfItsWords } from "./names.ts";

/** Where questions are open: sentences of entries, which a quote that is cut shows all the same, and questions beside them. */
export interface AskedPlaces {
  readonly sentences: readonly string[];
  readonly beside: readonly { readonly question: string; readonly file: string }[];
}

/**
 * The entries themselves, each with its line in the spec, and what one must read with them; then those that speak of what is asked
 * beside them. Null where none is known to be asked about.
 */
export function intent(
  facts: DesignFacts,
  { sentences: asked, beside }: AskedPlaces = { sentences: [], beside: [] },
): string | null {
  const shown = new Set<string>();
  const quotes = runsOf(facts).flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    if (run.length > 1) return [above(first, facts, shown), together(run, facts)];
    return [above(first, facts, shown), own(first, facts, asked), parts(first, facts, asked)];
  });
  for (const { change } of facts.members) shown.add(change.id);
  const all = [...quotes, besideQuestions(beside, facts, shown)].filter((part) => part !== null);
  return all.length === 0 ? null : all.join("\n\n");
}

/** Entries that are read at a glance: several of one parent stand together, as many as one quote holds. */
const short = 240;
const mostTogether = 8;

function runsOf(facts: DesignFacts): readonly (readonly Recommendation[])[] {
  const runs: Recommendation[][] = [];
  for (const member of facts.members) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run !== undefined &&
      run.length < mostTogether &&
      last !== undefined &&
      isShort(last, facts) &&
      isShort(member, facts) &&
      isBeside(last, member)
    )
      run.push(member);
    else runs.push([member]);
  }
  return runs;
}

function isShort(member: Recommendation, { around }: DesignFacts): boolean {
  const { change } = member;
  const text = textOf(member);
  return (
    change.kind !== "modified" &&
    text.length <= short &&
    !/\n\s*\n|^\s*[-*+>|]/.test(text) &&
    change.replaces.length === 0 &&
    !text.includes("`".repeat(3)) &&
    (around.parts.get(change.id) ?? []).length === 0
  );
}

function isBeside({ change: a }: Recommendation, { change: b }: Recommendation): boolean {
  return a.parent === b.parent && a.file === b.file && a.kind === b.kind;
}

function together(run: readonly Recommendation[], facts: DesignFacts): string {
  const [first] = run;
  if (first === undefined) return "";
  const names = [...new Set(run.map(({ change }) => nameInIntent(change)))].join(", ");
  const text = run
    .map((member) => {
      const name = isOfItsWords(member.change) ? "" : `${localId(member.change.id)}: `;
      return `- ${name}${textOf(member).trim()}`;
    })
    .join("\n");
  return `${names} (${first.change.kind}, from ${place(first.change, facts)}):\n\n${quoted(text)}`;
}

/** Its ID, or that under which it stands where its ID says no more than its text. */
function nameInIntent(change: Recommendation["change"]): string {
  const under = (change.after ?? change.before)?.section.split(" › ").at(-1) ?? "";
  return isOfItsWords(change) && under !== "" ? code(under) : shortId(change.id);
}

function own(member: Recommendation, facts: DesignFacts, asked: readonly string[]): string {
  const { change } = member;
  const old = replacedBy(change, facts);
  const names = old.map((one) => shortId(one.change.id)).join(", ");
  const earlier = change.kind === "modified" ? earlierText(member, facts) : { id: change.id, text: "" };
  const before = change.kind === "modified" ? earlier.text : old.map(textOf).join("\n\n");
  const was = before === "" ? "" : `\n\nBefore:\n\n${quoted(before)}`;
  const from = earlier.id === null || earlier.id === change.id ? "" : `, ${shortId(earlier.id)} before`;
  const kind = old.length === 0 ? `${change.kind}${from}` : `in place of ${names}`;
  return `${nameInIntent(change)} (${kind}, ${place(change, facts)}):\n\n${quoted(entryQuote(member, facts), asked)}${was}`;
}

/** What went for it: an entry that is known by its sentence gets another name with every word. */
function replacedBy(
  { replaces }: Recommendation["change"],
  { review }: DesignFacts,
): readonly Recommendation[] {
  return review.recommendations.filter(
    ({ change }) => change.kind === "removed" && replaces.includes(change.id),
  );
}

/** The entry around several is shown once, before the first of them; a title alone is part of what its entries are called. */
function above({ change: { id } }: Recommendation, facts: DesignFacts, shown: Set<string>): string | null {
  const parent = facts.around.above.get(id);
  if (parent === undefined || shown.has(parent.id)) return null;
  shown.add(parent.id);
  const text = withoutLabels(parent.text);
  const isTitle = !text.includes("\n") && !/[.;]\W{0,4}$|\b(?:must|shall|should)\b/i.test(text);
  if (text.length < 80 && isTitle) return null;
  const change = standing(parent.id, facts);
  return `To read first: ${shortId(parent.id)} (${change}${place(parent, facts)}):\n\n${quoted(text)}`;
}

const titleOrBlank = /^\s*(?:$|#{1,6}\s|\*\*[^*]{1,60}\*\*:?\s*$)/;

/** Without the headings at its end under which its parts stand. */
function withoutLabels(text: string): string {
  const lines = text.split("\n");
  while (lines.length > 1 && titleOrBlank.test(lines.at(-1) ?? "")) lines.pop();
  return lines.join("\n").trim();
}

function parts(
  { change: { id } }: Recommendation,
  facts: DesignFacts,
  asked: readonly string[],
): string | null {
  const others = facts.around.parts.get(id) ?? [];
  const [first] = others;
  if (first === undefined) return null;
  const text = others.map((one) => `${nameWithin(id, one.id)}:\n${one.text.trim()}`).join("\n\n");
  return `Its details, from ${place(first, facts)}:\n\n${quoted(text, asked)}`;
}

/** `Shown` of `R1/Shown`. */
function nameWithin(id: string, part: string): string {
  return part.startsWith(`${id}/`) ? part.slice(id.length + 1) : localId(part);
}
