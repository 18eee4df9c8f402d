import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { entryLines } from "./entry-lines.ts";
import { questionAlone } from "./said-with.ts";
import { rootsOf } from "./stems.ts";

/** A question that stands beside the entries, in a file of the specification. */
interface Beside {
  readonly question: string;
  readonly file: string;
}

/** The entries that speak of what is asked beside them, with what they demand; null where none does. */
export function besideQuestions(beside: readonly Beside[], facts: DesignFacts): string | null {
  const shown = besideEntries(beside, facts);
  return shown.length === 0 ? null : entryLines(shown, facts);
}

/** The entries of the change that speak of what is asked beside them; those that ask it first of all. */
export function besideEntries(
  beside: readonly Beside[],
  { review }: Pick<DesignFacts, "review">,
): readonly Recommendation[] {
  const changed = review.recommendations.filter(({ change }) => change.after !== null);
  const asking = new Set(changed.filter((one) => beside.some((asked) => asks(one, asked))));
  const rest = beside.filter((asked) => ![...asking].some((one) => asks(one, asked)));
  const demands = changed.filter((one) => !asking.has(one) && isOneDemand(textOf(one)));
  const about = new Set(entriesAbout(rest, demands));
  return changed.filter((one) => asking.has(one) || about.has(one));
}

/** Whether an entry is the question itself: authors number them, too. */
function asks({ change }: Recommendation, { question, file }: Beside): boolean {
  const text = lettersOf(change.after?.text ?? "");
  const asked = lettersOf(askedIn(question));
  return (
    change.file === file && text.length <= 4 * asked.length + 100 && asked !== "" && text.includes(asked)
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Of an entry that says one thing; a story names what several entries say, and a heading demands nothing. */
const longest = 300;

function isOneDemand(text: string): boolean {
  return text.length <= longest && /\b(?:must|shall|should|will|may|can|then)\b/i.test(text);
}

const mostOfQuestion = 2;
/** How much of a question an entry has to name, each word counting the more the fewer entries have it. */
const enough = 0.5;
/** A word that more of the entries have tells none of them from the others. */
const rare = 0.2;

/** The entries of the change that name most of what a question asks about, in the change's order: also those that need no design. */
function entriesAbout(
  beside: readonly Beside[],
  changed: readonly Recommendation[],
): readonly Recommendation[] {
  const roots = new Map(changed.map((one) => [one, rootsOf(textOf(one))] as const));
  const having = (root: string): number => [...roots.values()].filter((own) => own.has(root)).length;
  const found = beside.flatMap(({ question, file }) => {
    const asked = [...rootsOf(askedIn(question))].map((root) => ({ root, entries: having(root) }));
    const weightOf = ({ entries }: { readonly entries: number }): number =>
      Math.log((changed.length + 1) / Math.max(entries, 1));
    const all = sum(asked.map(weightOf));
    return changed
      .filter(({ change }) => change.file === file)
      .map((one) => {
        const named = asked.filter(({ root }) => roots.get(one)?.has(root) === true);
        const telling = named.filter(({ entries }) => entries <= Math.max(2, changed.length * rare));
        return { one, count: telling.length, share: sum(named.map(weightOf)) / all };
      })
      .filter(({ count, share }) => count > 1 && share >= enough)
      .sort((a, b) => b.share - a.share)
      .slice(0, mostOfQuestion)
      .map(({ one }) => one);
  });
  return changed.filter((one) => found.includes(one));
}

/** The words of the specification in a question: they stand in code spans. */
function askedIn(question: string): string {
  return (questionAlone(question).match(/`[^`]+`/g) ?? []).join(" ");
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
