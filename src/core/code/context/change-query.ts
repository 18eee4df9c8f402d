import { citedForm, idSegments } from "../../trace/cited-ids.ts";
import { countIdentifiers, splitWords, stopWords, phrases } from "./split-words.ts";

/** A changed entry as the ranking sees it. */
export interface ChangedEntry {
  readonly id: string;
  readonly text: string;
  /** Own text before the change; null for a new entry. */
  readonly previousText: string | null;
  readonly parent: { readonly id: string; readonly text: string | null } | null;
  /** IDs that the text names. */
  readonly references: readonly string[];
}

/** An ID that leads to code, and how much it counts: 1 for a changed entry, less for its parent and references. */
export interface SoughtId {
  readonly id: string;
  readonly segments: readonly string[];
  readonly weight: number;
}

/** What the changed entries ask of a target: IDs, words and identifiers, each with a weight. */
export interface ChangeQuery {
  readonly ids: readonly SoughtId[];
  /** Stemmed lower-case words. */
  readonly words: ReadonlyMap<string, number>;
  /** Names as the spec writes them in code spans, or that are written like identifiers; lower case, without separators. */
  readonly identifiers: ReadonlyMap<string, number>;
  /** Two words that stand together, stemmed, joined by a space. */
  readonly phrases: ReadonlyMap<string, number>;
  /** `words` of each of the first entries by itself. */
  readonly entryWords: readonly ReadonlyMap<string, number>[];
  /** `words` without what the entries said before. */
  readonly newWords: ReadonlyMap<string, number>;
  /** Numbers that the entries give, as written: codes, limits. */
  readonly numbers: ReadonlySet<string>;
  /** The words of all texts in their order, stop words too, one space around each. */
  readonly sequence: string;
  /** Plain names, written with a capital, in the parents' texts: how many entries have such a parent. */
  readonly parentTypes: ReadonlyMap<string, number>;
}

const parentWeight = 0.4;
const referenceWeight = 0.4;

const maxSingleEntries = 40;

/** Reads the query out of the entries. Words that the change brought in count double. */
export function changeQuery(entries: readonly ChangedEntry[]): ChangeQuery {
  const ids = new Map<string, number>();
  for (const entry of entries) {
    raise(ids, citedForm(entry.id), 1);
    if (entry.parent) raise(ids, citedForm(entry.parent.id), parentWeight);
    for (const reference of entry.references) raise(ids, citedForm(reference), referenceWeight);
  }
  const { words, identifiers } = readTexts(entries);
  const sought = [...ids].map(([id, weight]) => ({ id, segments: idSegments(id), weight }));
  const isId = new Set(sought.map(({ id }) => id.toLowerCase()));
  for (const name of identifiers.keys()) if (isId.has(name)) identifiers.delete(name);
  return {
    ids: sought,
    words: damped(words),
    identifiers: damped(identifiers),
    phrases: damped(phrasesOf(entries)),
    entryWords: entries.slice(0, maxSingleEntries).map((entry) => damped(readTexts([entry]).words)),
    newWords: damped(readTexts(entries.map(whatIsNew)).words),
    sequence: ` ${splitWords(entries.map(({ text, parent }) => `${text} ${parent?.text ?? ""}`).join(" ")).join(" ")} `,
    parentTypes: parentTypes(entries),
    numbers: new Set(entries.flatMap(({ text }) => text.replace(link, " ").match(number) ?? [])),
  };
}

type ReadTexts = Record<"words" | "identifiers", Map<string, number>>;

function readTexts(entries: readonly ChangedEntry[]): ReadTexts {
  const words = new Map<string, number>();
  const identifiers = new Map<string, number>();
  for (const { text, previousText, parent } of entries) {
    const known = new Set(countIdentifiers(previousText ?? "").keys());
    addText(text, (name) => (known.size > 0 && known.has(name) ? 0.5 : 1), words, identifiers);
    if (parent?.text) addText(parent.text, () => parentWeight, words, identifiers);
  }
  return { words, identifiers };
}

/** The entry without the words that it had before; a new entry is new as a whole. */
function whatIsNew(entry: ChangedEntry): ChangedEntry {
  if (!entry.previousText) return entry;
  const old = new Set(entry.previousText.split(/\s+/));
  const text = entry.text
    .split(/\s+/)
    .filter((word) => !old.has(word))
    .join(" ");
  return { ...entry, text, parent: null };
}

function phrasesOf(entries: readonly ChangedEntry[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { text, parent } of entries) {
    for (const phrase of phrases(text.replace(link, " "))) add(found, phrase, 1);
    for (const phrase of phrases((parent?.text ?? "").replace(link, " "))) add(found, phrase, parentWeight);
  }
  return found;
}

const shortestType = 4;

function parentTypes(entries: readonly ChangedEntry[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { parent } of entries) {
    for (const name of countIdentifiers((parent?.text ?? "").replace(link, " ")).keys())
      if (/[A-Z]/.test(name) && name.length >= shortestType) add(found, plainName(name), 1);
  }
  return found;
}

const codeSpan = /`([^`\n]{1,200})`|@([A-Za-z_][^@\s]{0,100})@/g;
const link = /\]\([^)\s]{0,300}\)|https?:\/\/\S{1,300}/g;
/** Three digits and more: fewer stand in any code. */
const number = /(?<![\w.#-])\d{3,9}(?![\w-]|\.\d)/g;
const looksLikeName = /[a-z0-9][A-Z]|_|^[A-Z]{2,}[a-z]/;

function addText(
  source: string,
  weigh: (name: string) => number,
  words: Map<string, number>,
  identifiers: Map<string, number>,
): void {
  const text = source.replace(link, " ");
  const spanned = new Set<string>();
  for (const [, tick, at] of text.matchAll(codeSpan)) {
    for (const name of countIdentifiers(tick ?? at ?? "").keys()) spanned.add(name);
  }
  for (const [name, count] of countIdentifiers(text)) {
    const weight = weigh(name) * Math.sqrt(count);
    const code = spanned.has(name);
    for (const word of splitWords(name))
      if (!stopWords.has(word)) add(words, word, weight * (code ? 1.5 : 1));
    if (code || looksLikeName.test(name)) add(identifiers, plainName(name), weight * (code ? 1 : 0.7));
  }
}

/** Lower case without separators, so that `client_id`, `clientId` and `CLIENT_ID` are one. */
export function plainName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

function add(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight);
}

function raise(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, weight));
}

/** Square roots: what twenty entries repeat must not drown what one entry says. */
function damped(map: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...map].map(([key, weight]) => [key, Math.sqrt(weight)]));
}
