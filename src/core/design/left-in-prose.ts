import type { PlacedEntry } from "../code/requested-entries.ts";
import type { SourceFile } from "../entries/entry.ts";
import type { MarkdownPassage } from "../markdown/read/markdown-text.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { putsOff, toDecide } from "./left-open.ts";
import { code } from "./markdown.ts";
import { sentencesOf } from "./sentences.ts";
import { stemsOf } from "./stems.ts";
import { isTemplate } from "./template.ts";

type Facts = Pick<DesignFacts, "members" | "review" | "specFiles" | "entriesAtHead">;

const most = 4;

/**
 * What the specification of the feature leaves open beside its entries: what it lists as open, questions that nothing in it
 * answers, and what it puts off. Only of a file that the change brings: what stood before is no news, and may be about anything.
 */
export function leftInProse(facts: Facts): readonly Asked[] {
  const known = passagesOf.get(facts.entriesAtHead) ?? new Map<string, readonly OpenPassage[]>();
  passagesOf.set(facts.entriesAtHead, known);
  const found = ownFiles(facts).flatMap((file) => {
    const passages = known.get(file.path) ?? openPassages(file, facts);
    known.set(file.path, passages);
    return passages;
  });
  return [...found.filter(({ isSaid }) => isSaid), ...found.filter(({ isSaid }) => !isSaid)]
    .map(({ question, place }) => ({ question, place, about: [] }))
    .slice(0, most);
}

/** By path, of what was read last: several features of one file ask the same. */
const passagesOf = new WeakMap<Facts["entriesAtHead"], Map<string, readonly OpenPassage[]>>();

/** Passages that are compared with all that the file says. */
const mostCompared = 200;

interface OpenPassage {
  readonly question: string;
  readonly place: { readonly file: string; readonly line: number };
  /** The text says that it is open; else it only asks. */
  readonly isSaid: boolean;
}

function ownFiles({ members, review, specFiles }: Facts): readonly SourceFile[] {
  const paths = new Set(members.map(({ change }) => change.file));
  const isNew = (path: string): boolean =>
    review.files.some((file) => file.path === path && file.entries.base === 0);
  return specFiles.filter((file) => paths.has(file.path) && isNew(file.path) && !isTemplate(file));
}

function openPassages(file: SourceFile, { entriesAtHead }: Facts): readonly OpenPassage[] {
  const { passages, items } = readMarkdown(file.text);
  const lines = file.text.split("\n");
  const ends = new Map(items.map(({ line, endLine }) => [line, endLine]));
  const isAnswered = atMost(mostCompared, answers(passages));
  const isKnown = atMost(mostCompared, saidBy(entriesAtHead.filter((entry) => entry.file === file.path)));
  let isListedOpen = false;
  return passages.flatMap((passage) => {
    const { kind, line, endLine, visible } = passage;
    if (kind === "heading") isListedOpen = openList.test(visible);
    if ((kind !== "item" && kind !== "paragraph") || isTask(lines[line - 1] ?? "") || isClosed(passage))
      return [];
    const place = { file: file.path, line };
    const isWhole = (ends.get(line) ?? 0) <= endLine;
    const isQuestion = isWhole && /\w\?["')*]*$/.test(visible);
    if (isListedOpen ? kind === "item" || isQuestion : kind === "item" && isQuestion && !isAnswered(visible))
      return [{ question: `The specification asks: ${code(asked(passage))}`, place, isSaid: isListedOpen }];
    const put = passage.sentences.find((one) => putsOff(one.visible) && !isAboutMarks.test(one.visible));
    if (put === undefined || isKnown(put.visible)) return [];
    return [{ question: toDecide("", put.visible), place, isSaid: true }];
  });
}

/** True without asking where it was asked so often before. */
function atMost(most: number, ask: (text: string) => boolean): (text: string) => boolean {
  let asked = 0;
  return (text) => (asked += 1) > most || ask(text);
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

const openList =
  /^(?:[\d.]+\s+)?(?:open|unresolved|outstanding|pending)\s+(?:design\s+)?(?:questions?|issues?|decisions?|points?)\b/i;

/** What tells how questions are to be marked is none. */
const isAboutMarks = /\b(?:use|mark|marked|marks|markers?|marking|warn|error)\b/i;

function isTask(line: string): boolean {
  return /^[\s>]*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/.test(line);
}

function isClosed({ text, visible }: MarkdownPassage): boolean {
  return (
    /~~|✅|→/.test(text) ||
    /(?<!\bto be )\b(?:resolved|decided|answered|settled|decision:|answer:)/i.test(visible)
  );
}

/** A short item whole; of a long one what it asks at its end. */
function asked({ visible, sentences }: MarkdownPassage): string {
  const last = sentences.at(-1)?.visible ?? "";
  return visible.length > 280 && last.endsWith("?") ? last : visible;
}

/** Whether another sentence of the text says what a question asks: it shares two words that few others have. */
function answers(passages: readonly MarkdownPassage[]): (question: string) => boolean {
  const statements = passages
    .filter(({ kind }) => kind !== "heading" && kind !== "code")
    .flatMap(({ sentences }) => sentences.map(({ visible }) => visible))
    .filter((text) => !text.includes("?"));
  const stems = statements.map(stemsOf);
  const counts = new Map<string, number>();
  for (const stem of stems.flatMap((one) => [...one])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const isRare = (stem: string): boolean => (counts.get(stem) ?? 0) <= Math.max(3, stems.length / 12);
  return (question) => {
    const own = [...stemsOf(question)].filter(isRare);
    return stems.some((one) => own.filter((stem) => one.has(stem)).length > 1);
  };
}
