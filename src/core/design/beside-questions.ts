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

/**
 * The entries that speak of what is asked beside them, with what they demand; null where none does. Those that are the question
 * itself, or `shown` elsewhere, are left out: who reads the questions reads them there.
 */
export function besideQuestions(
  beside: readonly Beside[],
  facts: DesignFacts,
  shown: ReadonlySet<string> = new Set(),
): string | null {
  const about = besideEntries(beside, facts).filter(
    (one) => !shown.has(one.change.id) && !beside.some((asked) => asks(one, asked)),
  );
  return about.length === 0 ? null : entryLines(about, facts);
}

/** The entries of the change that ask what is asked beside them, or speak of it. */
export function besideEntries(
  beside: readonly Beside[],
  { review }: Pick<DesignFacts, "review">,
): readonly Recommendation[] {
  const changed = review.recommendations.filter(({ change }) => change.after !== null);
  const asking = new Set(changed.filter((one) => beside.some((asked) => asks(one, asked))));
  const demands = changed.filter((one) => !asking.has(one) && isOneDemand(textOf(one)));
  const about = new Set(entriesAbout(beside, demands));
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
  const read = changed.map((one) => ({ one, roots: rootsOf(textOf(one)), pairs: pairsOf(textOf(one)) }));
  const found = beside.flatMap(({ question, file }) => {
    const near = read.filter(({ one }) => one.change.file === file);
    const named = namingMost(askedIn(question), near, read);
    return named.length > 0 ? named : namingTogether(askedIn(question), near);
  });
  return changed.filter((one) => found.includes(one));
}

interface Read {
  readonly one: Recommendation;
  readonly roots: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

function namingMost(
  question: string,
  near: readonly Read[],
  changed: readonly Read[],
): readonly Recommendation[] {
  const having = (root: string): number => changed.filter(({ roots }) => roots.has(root)).length;
  const asked = [...rootsOf(question)].map((root) => ({ root, entries: having(root) }));
  const weightOf = ({ entries }: { readonly entries: number }): number =>
    Math.log((changed.length + 1) / Math.max(entries, 1));
  const all = sum(asked.map(weightOf));
  return near
    .map(({ one, roots }) => {
      const named = asked.filter(({ root }) => roots.has(root));
      const telling = named.filter(({ entries }) => entries <= Math.max(2, changed.length * rare));
      return { one, count: telling.length, share: sum(named.map(weightOf)) / all };
    })
    .filter(({ count, share }) => count > 1 && share >= enough)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostOfQuestion)
    .map(({ one }) => one);
}

/** The entries that name a thing in the two words that the question has for it, where few do. */
function namingTogether(question: string, near: readonly Read[]): readonly Recommendation[] {
  return [...pairsOf(question)].flatMap((pair) => {
    const named = near.filter(({ pairs }) => pairs.has(pair));
    return named.length > mostOfQuestion ? [] : named.map(({ one }) => one);
  });
}

/** Two words side by side, by their roots. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => [...rootsOf(word)][0] ?? "");
  return new Set(
    words.flatMap((word, at) => {
      const next = words[at + 1] ?? "";
      return word === "" || next === "" ? [] : [`${word} ${next}`];
    }),
  );
}

/** The words of the specification in a question, without its examples: they stand in code spans. */
function askedIn(question: string): string {
  const words = (questionAlone(question).match(/`[^`]+`/g) ?? []).join(" ");
  return words.replace(/\((?:e\.g\.|i\.e\.|for example|such as)[^()]*\)/gi, "");
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
