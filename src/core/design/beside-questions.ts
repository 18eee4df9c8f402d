import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { entryLines, notAsked } from "./entry-lines.ts";
import { stemsOf } from "./stems.ts";

/** A question that stands beside the entries, in a file of the specification. */
interface Beside {
  readonly question: string;
  readonly file: string;
}

/** The entries that speak of what is asked beside them; of the design's others the names. */
export function besideQuestions(
  members: readonly Recommendation[],
  beside: readonly Beside[],
  facts: DesignFacts,
): string {
  const changed = facts.review.recommendations.filter(
    ({ change }) => change.after !== null && change.after.text.length <= longest,
  );
  const shown = entriesAbout(beside, changed);
  const rest = notAsked(members.filter((one) => !shown.includes(one)));
  const lines = shown.length === 0 ? [noneFound] : [entryLines(shown, facts)];
  return [...lines, ...(rest === null ? [] : [rest])].join("\n\n");
}

const noneFound = "What is asked stands beside the entries, at the lines named below.";

const mostOfQuestion = 2;
/** Of an entry that says one thing; a story names what several entries say. */
const longest = 300;
/** How much an entry has to name of what any entry names, each word counting the more the fewer entries have it. */
const enough = 0.5;

/** The entries of the change that each question names most of, in the change's order: also those that need no design. */
function entriesAbout(
  beside: readonly Beside[],
  changed: readonly Recommendation[],
): readonly Recommendation[] {
  const roots = new Map(changed.map((one) => [one, rootsOf(textOf(one))] as const));
  const having = (root: string): number => [...roots.values()].filter((own) => own.has(root)).length;
  const found = beside.flatMap(({ question, file }) => {
    const asked = [...rootsOf(askedIn(question))].map((root) => ({ root, entries: having(root) }));
    const weights = new Map(
      asked
        .filter(({ entries }) => entries > 0)
        .map(({ root, entries }) => [root, Math.log((changed.length + 1) / entries)]),
    );
    const all = sum([...weights.values()]);
    return changed
      .filter(({ change }) => change.file === file)
      .map((one) => {
        const named = [...weights].filter(([root]) => roots.get(one)?.has(root) === true);
        return { one, count: named.length, share: sum(named.map(([, weight]) => weight)) / all };
      })
      .filter(({ count, share }) => count > 1 && share >= enough)
      .sort((a, b) => b.share - a.share)
      .slice(0, mostOfQuestion)
      .map(({ one }) => one);
  });
  return changed.filter((one) => found.includes(one));
}

/** So short that `edit` and `edits` are one. */
function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...stemsOf(text)].map((stem) => stem.slice(0, 4)));
}

/** The words of the specification in a question: they stand in code spans. */
function askedIn(question: string): string {
  return (question.match(/`[^`]+`/g) ?? []).join(" ");
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
