import { spacedWords } from "../../syntax/values.ts";

const patterns: readonly (readonly [RegExp, first: number, second: number])[] = [
  [
    /\bfirst\b\s{0,9}([^.;]{1,120}?)(?:,|\band\b|,\s{0,9}and\b)?\s{0,9}\b(?:then|afterwards)\b\s{0,9}([^.;]{1,120})/i,
    1,
    2,
  ],
  [
    /(\w[^.;,]{1,100})[ \n]first,?[ \n](?:and|then)[ \n]([^.;]{1,100}?)[ \n]after(?:wards|[ \n](?:that|it))?\b/i,
    1,
    2,
  ],
  [/\bbefore\s+([^.;,]{1,80}),\s*([^.;]{1,120})/i, 2, 1],
  // "stored before is acknowledged" tells of no order of the two.
  [
    /\b(\w[^.;,]{1,100}?)\s+before\s+(?!(?:is|are|was|were|has|have|can|must|shall|may|will)\b)([^.;,]{1,100})/i,
    1,
    2,
  ],
];

/** Two actions of a passage of which one comes first, in that order; null where it tells of none. */
export function actionsIn(quote: string): readonly [ReadonlySet<string>, ReadonlySet<string>] | null {
  for (const [pattern, first, second] of patterns) {
    const found = pattern.exec(quote);
    if (found === null) continue;
    const parts = [actionWords(found[first] ?? ""), actionWords(found[second] ?? "")] as const;
    const [a, b] = parts;
    const own = [without(a, b), without(b, a)] as const;
    if (own[0].size > 0 && own[1].size > 0) return own;
  }
  return null;
}

export function isOfActions(quote: string): boolean {
  return actionsIn(quote) !== null;
}

function without(words: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !others.has(word)));
}

/** Words in the form that names of code share with prose: `closes` and `closing` are `clos`. */
export function actionWords(text: string): ReadonlySet<string> {
  const words =
    spacedWords(text)
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  return new Set(
    words
      .filter(
        (word) =>
          !/^(?:the|and|any|its|that|this|with|from|are|has|been|being|was|were|sent|each|all)$/.test(word),
      )
      .map(stem),
  );
}

function stem(word: string): string {
  const bare = word.replace(/ies$/, "y").replace(/(?:ings?|ed|es|s|e)$/, "");
  return bare.length >= 3 ? bare : word;
}

const sequence =
  /\b(?:as|in this order|in the order|in sequence|steps(?: are)?|phases(?: are)?)\s{0,3}:\s{0,3}([\w -]{2,40}(?:,\s{1,3}(?:and\s|then\s|finally\s){0,2}[\w -]{2,40}){1,9})/i;

/** "A migration runs as: back up, apply, record.": the steps, each by the words that name it. */
export function stepsIn(quote: string): readonly ReadonlySet<string>[] {
  const list = sequence.exec(quote)?.[1] ?? "";
  return list === ""
    ? []
    : list.split(/,\s*/).map((step) => actionWords(step.replace(/^(?:and|then|finally)\s/i, "")));
}

export function isOfSteps(quote: string): boolean {
  return stepsIn(quote).length > 1;
}
