import type { PlacedEntry } from "../code/requested-entries.ts";
import { isOtherLanguage } from "../decision/rules/language.ts";
import type { SourceFile } from "../entries/entry.ts";
import type { MarkdownPassage, MarkdownText } from "../markdown/read/markdown-text.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { putsOff } from "../lexicon/putting-off.ts";
import { toDecide } from "./left-open.ts";
import { asked, asksAtEnd, isClosed, isTask, putOffIn } from "./asking-passage.ts";
import { type List, listsUnder } from "./list-under.ts";
import { code } from "./markdown.ts";
import { isAnswer, saidWith, withIt, withoutBlank } from "./said-with.ts";
import { sentencesOf } from "./sentences.ts";
import { spokenOf } from "./spoken-of.ts";
import { stemsOf } from "./stems.ts";
import { filesOfFeature } from "./prose-of-feature.ts";
import { isTemplate } from "./template.ts";

type Facts = Pick<DesignFacts, "home" | "members" | "review" | "specFiles" | "entriesAtHead">;

/**
 * What the specification of the feature leaves open beside its entries: what it lists as open, what it asks and nothing in it
 * speaks of, and what it puts off. Only of a file that the change brings: what stood before is no news, and may be about anything.
 */
export function leftInProse(facts: Facts): readonly Asked[] {
  return found(facts, ({ isSaid }) => isSaid);
}

/**
 * The questions that it asks with no answer beside them. Half of them another statement answers in words of its own, which takes
 * somebody who reads it: for a draft, and for those who ask for a document by name.
 */
export function askedInProse(facts: Facts): readonly Asked[] {
  return found(facts, ({ isSaid }) => !isSaid);
}

function found(facts: Facts, isWanted: (passage: OpenPassage) => boolean): readonly Asked[] {
  const known = passagesOf.get(facts.entriesAtHead) ?? new Map<string, readonly OpenPassage[]>();
  passagesOf.set(facts.entriesAtHead, known);
  const passages = ownFiles(facts).flatMap((file) => {
    const all = known.get(file.path) ?? openPassages(file, facts);
    known.set(file.path, all);
    return all;
  });
  return onceEach(passages.filter(isWanted)).map(({ question, place }) => ({ question, place, about: [] }));
}

/** The same asked twice is asked once: `What occurs when …` and `What happens when …`. */
function onceEach(passages: readonly OpenPassage[]): readonly OpenPassage[] {
  const known = new Set<string>();
  return passages.filter(({ question }) => {
    const words = [...stemsOf(question)].sort().join(" ");
    const key = words === "" ? question : words;
    return !known.has(key) && known.add(key);
  });
}

/** By path, of what was read last: several features of one file ask the same. */
const passagesOf = new WeakMap<Facts["entriesAtHead"], Map<string, readonly OpenPassage[]>>();

/** Passages that are compared with all that the file says. */
const mostCompared = 200;

interface OpenPassage {
  readonly question: string;
  readonly place: { readonly file: string; readonly line: number };
  /** The text leaves it open; else it only asks, and may answer elsewhere. */
  readonly isSaid: boolean;
}

function ownFiles({ members, review, specFiles }: Facts): readonly SourceFile[] {
  const paths = new Set(members.map(({ change }) => change.file));
  const isNew = (path: string): boolean =>
    review.files.some((file) => file.path === path && file.entries.base === 0);
  return specFiles.filter((file) => paths.has(file.path) && isNew(file.path) && !isTemplate(file));
}

function openPassages(file: SourceFile, facts: Facts): readonly OpenPassage[] {
  const read = readMarkdown(file.text);
  const text = { ...read, passages: read.passages.map(withoutBlank) };
  const openIn = reading(file, text, facts);
  const listUnder = listsUnder();
  let list: List = "other";
  return text.passages.flatMap((passage) => {
    if (passage.kind === "heading") list = listUnder(passage);
    return (passage.kind !== "item" && passage.kind !== "paragraph") || list === "excluded"
      ? []
      : openIn(passage, list);
  });
}

/** What a passage of a list or of prose leaves open. */
function reading(
  file: SourceFile,
  text: MarkdownText,
  facts: Facts,
): (passage: MarkdownPassage, list: List) => readonly OpenPassage[] {
  const { passages, items } = text;
  const lines = file.text.split("\n");
  const ends = new Map(items.map(({ line, endLine }) => [line, endLine]));
  const texts = new Map(
    passages.flatMap(({ kind, line, visible }) => (kind === "item" ? [[line, visible]] : [])),
  );
  const isKnown = atMost(mostCompared, saidBy(entriesOf(file, facts)));
  const isSpokenOf = spokenOf([...passages, ...ofOtherFiles(file, facts)]);
  const mayBeAnswered = (question: string): boolean => isOtherLanguage(question) || isSpokenOf(question);
  const above = (line: number): string => {
    const item = items.findLast((one) => one.line < line && one.endLine >= line);
    return texts.get(item?.line ?? 0) ?? "";
  };
  return (passage, list) => {
    const { kind, line, endLine, visible } = passage;
    if (isTask(lines[line - 1] ?? "") || isClosed(passage)) return [];
    const place = { file: file.path, line };
    const isQuestion = (ends.get(line) ?? 0) <= endLine && asksAtEnd(visible);
    const isListed = list === "open" && (kind === "item" ? visible.includes("?") : isQuestion);
    if (isListed || (kind === "item" && isQuestion)) {
      const isSaid = list === "open" || !mayBeAnswered(visible);
      return questionIn(passage, text).map((question) => ({ question, place, isSaid }));
    }
    const put = putOffIn(passage);
    if (put === undefined || isKnown(put.visible)) return [];
    const before = passage.sentences[passage.sentences.indexOf(put) - 1]?.visible ?? above(line);
    return [{ question: toDecide("", put.visible, before), place, isSaid: true }];
  };
}

/** What it asks, with what the author says with it; nothing where that answers it. */
function questionIn(passage: MarkdownPassage, text: MarkdownText): readonly string[] {
  const beside = saidWith(passage, text);
  return beside.some(isAnswer) ? [] : [`The specification asks: ${code(asked(passage))}${withIt(beside)}`];
}

function entriesOf({ path }: SourceFile, { entriesAtHead }: Facts): readonly PlacedEntry[] {
  return entriesAtHead.filter((entry) => entry.file === path);
}

/** What else the feature says: its contracts, and the changes to other chapters. */
function ofOtherFiles({ path }: SourceFile, facts: Facts): readonly MarkdownPassage[] {
  return filesOfFeature(facts)
    .filter((file) => file.path !== path)
    .flatMap(({ text }) => readMarkdown(text).passages);
}

/** False without asking where it was asked so often before. */
function atMost(most: number, ask: (text: string) => boolean): (text: string) => boolean {
  let asked = 0;
  return (text) => (asked += 1) <= most && ask(text);
}

/** Whether an entry puts off what a sentence does. */
function saidBy(entries: readonly PlacedEntry[]): (sentence: string) => boolean {
  const known = sentencesOf(entries)
    .flatMap(({ text }) => (putsOff(text) ? [text] : []))
    .slice(0, mostCompared)
    .map((text) => ({ text, stems: stemsOf(text) }));
  return (sentence) => {
    const stems = stemsOf(sentence);
    return known.some((one) => isOfSame(one, sentence, stems));
  };
}

/** The sentence of an entry, with the mark before it, or the same said in other words. */
function isOfSame(
  entry: { readonly text: string; readonly stems: ReadonlySet<string> },
  sentence: string,
  stems: ReadonlySet<string>,
): boolean {
  return sentence.includes(entry.text) || [...entry.stems].filter((stem) => stems.has(stem)).length > 3;
}
