import type { Recommendation } from "../decision/review.ts";
import { localId } from "./local-id.ts";
import type { PlacedEntry } from "../code/requested-entries.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code, label, quoted, shortId } from "./markdown.ts";
import { stemsOf } from "./stems.ts";

/** Where questions are open: sentences of entries, which a quote that is cut shows all the same, and questions beside them. */
interface AskedPlaces {
  readonly sentences: readonly string[];
  readonly beside: readonly { readonly question: string; readonly file: string }[];
}

/** The entries themselves, each with its line in the spec, and what one must read with them; of all others the names. */
export function intent(
  facts: DesignFacts,
  all: readonly Recommendation[],
  { sentences: asked, beside }: AskedPlaces = { sentences: [], beside: [] },
): string {
  const shown = new Set<string>();
  const others = all.filter((one) => !facts.members.includes(one));
  if (facts.members.length === 0) return besideQuestions(others, beside, facts);
  const quotes = runsOf(facts).flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    if (run.length > 1) return [above(first, facts, shown), together(run, facts)];
    return [above(first, facts, shown), own(first, facts, asked), parts(first, facts, asked)];
  });
  const rest = others.length === 0 ? null : `Also of this design: ${listed(others)}.`;
  return [...quotes, rest].filter((part) => part !== null).join("\n\n");
}

/** The entries that speak of what is asked beside them; of all others the names. */
function besideQuestions(
  members: readonly Recommendation[],
  beside: AskedPlaces["beside"],
  facts: DesignFacts,
): string {
  const asked = beside.map(({ question, file }) => ({ file, stems: stemsOf(question) }));
  const shown = members.filter((one) => {
    const own = stemsOf(textOf(one));
    const shares = (stems: ReadonlySet<string>): number => [...stems].filter((stem) => own.has(stem)).length;
    return asked.some(({ file, stems }) => file === one.change.file && shares(stems) > 1);
  });
  const rest = members.filter((one) => !shown.includes(one));
  const lines = shown.length === 0 ? [] : [entryLines(shown, facts)];
  const names = `${shown.length === 0 ? "Entries" : "Also"} of this design: ${listed(rest)}.`;
  return [...lines, ...(rest.length === 0 ? [] : [names])].join("\n\n");
}

const mostListed = 20;

/** Each entry in a line: where it stands, and how it begins. */
export function entryLines(members: readonly Recommendation[], facts: Pick<DesignFacts, "link">): string {
  const lines = members.slice(0, mostListed).map((member) => {
    const { id } = member.change;
    const text = code(readable({ id, quote: beginningOf(textOf(member)) }));
    return `- ${shortId(id)} (${place(member.change, facts)}): ${text}`;
  });
  const more = members.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${String(more)} more`] : [])].join("\n");
}

/** A title, or the first paragraph: not the lists under it. */
function beginningOf(text: string): string {
  const [first = ""] = text.trim().split(/\n\s*(?:\n|[-*+]\s|\d{1,3}[.)]\s|\||#)/, 1);
  return first.length < 40 && /:\W{0,8}$/.test(first) ? text : first;
}

function listed(members: readonly Recommendation[]): string {
  const all = [...new Set(members.map(({ change }) => shortId(change.id)))];
  const names = all.slice(0, mostListed);
  const more = all.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${String(more)} more` : names.join(", ");
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
  const ids = run.map(({ change }) => shortId(change.id)).join(", ");
  const text = run.map((member) => `- ${localId(member.change.id)}: ${textOf(member).trim()}`).join("\n");
  return `${ids} (${first.change.kind}, from ${place(first.change, facts)}):\n\n${quoted(text)}`;
}

function own(member: Recommendation, facts: DesignFacts, asked: readonly string[]): string {
  const { change } = member;
  const old = replacedBy(change, facts);
  const before = change.kind === "modified" ? (change.before?.text ?? "") : old.map(textOf).join("\n\n");
  const was = before === "" ? "" : `\n\nBefore:\n\n${quoted(before)}`;
  const names = old.map((one) => shortId(one.change.id)).join(", ");
  const kind = old.length === 0 ? change.kind : `in place of ${names}`;
  return `${shortId(change.id)} (${kind}, ${place(change, facts)}):\n\n${quoted(textOf(member), asked)}${was}`;
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
  if (text.length < 80 && !/[.:;]|\b(?:must|shall|should)\b/i.test(text)) return null;
  const change = standing(parent.id, facts);
  return `To read first: ${shortId(parent.id)} (${change}${place(parent, facts)}):\n\n${quoted(text)}`;
}

/** What the change does with an entry that is no part of the design, or "". */
function standing(id: string, { review }: DesignFacts): string {
  const found = review.recommendations.find(({ change }) => change.id === id);
  if (found === undefined) return "";
  return found.path === "code" ? `${found.change.kind}, straight to code, ` : `${found.change.kind}, `;
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

function place(
  { file, line }: Pick<PlacedEntry, "file" | "line">,
  { link }: Pick<DesignFacts, "link">,
): string {
  return `[${label(file)}:${line}](${link(file, line)})`;
}
