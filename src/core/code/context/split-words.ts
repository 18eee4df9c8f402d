const identifier = /[A-Za-z_][A-Za-z0-9_]*/g;
const parts = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** Identifier-like tokens of a text, as written, with their counts. */
export function countIdentifiers(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name] of text.matchAll(identifier)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The lower-case words of a camelCase, snake_case or PascalCase name: `ARTMessage` → `art`, `message`. */
export function splitWords(name: string): string[] {
  const words: string[] = [];
  for (const [part] of name.matchAll(parts)) if (part.length > 1) words.push(stem(part.toLowerCase()));
  return words;
}

/** Folds the commonest English endings, so that `reactions` meets `reaction` and `attached` meets `attach`. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith("ing")) return word.slice(0, -3);
  if (word.length > 5 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith("ed")) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss")) return word.slice(0, -1);
  return word;
}

/** Words of English and of the trade of writing specifications, which say nothing about where code belongs. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "the and for that this with are was were not but its from has have had been will would can could into than then when " +
    "which while where who whose what there their they them these those such only also any all each both either neither " +
    "other another same some more most must shall should may might does did done being about above after again against " +
    "before below between during until upon via per use used using user users see below following follow given give " +
    "however therefore thus hence whether because since though although unless otherwise instead " +
    "library client sdk spec specification clause point testable deprecated removed replaced section note example " +
    "required requirement optional implementation implement behaviour behavior described defined define specified specify " +
    "default value values http https www com html case one two first second new"
  )
    .split(" ")
    .map(stem),
);

/** Neighbouring words, none of them a stop word. */
export function phrases(text: string): string[] {
  const found: string[] = [];
  let before: string | null = null;
  for (const word of splitWords(text)) {
    const counts = !stopWords.has(word);
    if (counts && before !== null) found.push(`${before} ${word}`);
    before = counts ? word : null;
  }
  return found;
}
