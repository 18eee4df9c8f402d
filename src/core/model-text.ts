import {
  visibleText,
  withoutHiddenCharacters,
  withoutStandIns,
  withStandIns,
} from "./markdown/hidden-text.ts";
import { agreedText } from "./markdown/page/agreed.ts";
import { cutMark } from "./markdown/page/page-part.ts";
import { withShownNumbers } from "./markdown/page/list-numbers.ts";
import { seenFile } from "./markdown/page/seen-file.ts";
import { seenMarks } from "./markdown/page/seen-marks.ts";
import { shownText, wholeText } from "./markdown/page/shown-text.ts";

declare const shown: unique symbol;

/**
 * Text that a model may see: what a reader of the page, or of the code, sees. Only this file makes one, so that no text of
 * somebody else reaches a model as it was written.
 */
export type ShownText = string & { readonly [shown]: true };

/** JSON of such texts. */
export type ModelData =
  | ShownText
  | number
  | boolean
  | null
  | undefined
  | readonly ModelData[]
  | { readonly [key: string]: ModelData };

/** What is taken away may leave what is to be taken away; a text with more layers than this is read by nobody. */
const maxPasses = 20;

/** Markdown of a document or a comment as it was written, at most `most` characters of it. */
export function markdownForModel(text: string, most = Number.POSITIVE_INFINITY): ShownText {
  return beginningForModel(withOwnDefinitions(text, most), most, withNumbers);
}

/**
 * The same of an entry and of what stands around it: its file was read as a page before, and what stood between two lists is gone
 * from it, so that their numbers are those that stand there.
 */
export function entryForModel(text: string, most = Number.POSITIVE_INFINITY): ShownText {
  return beginningForModel(text, most, asItStands);
}

type Count = (text: string) => string;

const asItStands: Count = (text) => text;

function withNumbers(text: string): string {
  return withShownNumbers(text, text.split("\n")).join("\n");
}

function beginningForModel(text: string, most: number, count: Count): ShownText {
  // What a page does not show may fill as much again; more is not looked at.
  const written = count(beginning(text, 2 * most + 2000));
  const known = kept.get(written);
  const seen = known ?? seenByBoth(written);
  if (known === undefined) keep(written, seen);
  return cut(seen, most);
}

/** A text that is read in parts, as it is read with what it defines in others. */
function withOwnDefinitions(text: string, most: number): string {
  const isWhole = text.length <= Math.min(wholeText, 2 * most + 2000);
  return isWhole || !text.includes("]:") ? text : seenFile({ path: "", text, isForModel: true }).text;
}

/** Characters of texts whose reading is kept: what is asked about an entry has the entry in it, several times. */
const mostKept = 500_000;
const kept = new Map<string, string>();
let keptCharacters = 0;

function keep(written: string, seen: string): void {
  keptCharacters += written.length + seen.length;
  if (keptCharacters > mostKept) {
    kept.clear();
    keptCharacters = written.length + seen.length;
  }
  kept.set(written, seen);
}

/** What a second reader takes away may change how the rest is read. */
function seenByBoth(written: string): string {
  let text = written;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const seen = seenWhole(text);
    const agreed = agreedText(text, seen);
    if (agreed === seen || agreed === text) return agreed;
    text = agreed;
  }
  return "";
}

function seenWhole(written: string): string {
  const page = asOnPage(written);
  // Nothing was taken away, so that nothing else can come to light.
  if (page === written && visibleText(page).text === page) return page;
  let seen = page;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const next = shownText(visibleText(seen).text, seenMarks, "again").text;
    if (next === seen) return seen;
    seen = next;
  }
  return "";
}

/** A paragraph is read as a whole: cut off, a tag in it may look like prose. A longer one than this is not read. */
const maxParagraph = 16_000;

/** About `size` characters, up to the end of a paragraph. */
function beginning(text: string, size: number): string {
  if (text.length <= size) return text;
  const end = text.lastIndexOf("\n\n", size);
  if (end > size / 2) return text.slice(0, end);
  const next = text.indexOf("\n\n", size);
  const whole = next < 0 ? text : text.slice(0, next);
  return whole.length <= size + maxParagraph ? whole : cutMark;
}

/** What the page shows of a text as it was written: only after that may something be taken away from it. */
function asOnPage(text: string): string {
  return withoutStandIns(shownText(withStandIns(text), seenMarks).text);
}

/**
 * A passage as it stands in what is shown of its text: cut out of that, since alone or joined what a page hides may look like
 * prose. Null: not all of its words stand there in their order.
 */
export function passageIn(
  passage: string,
  shown: ShownText,
  most = Number.POSITIVE_INFINITY,
): ShownText | null {
  const sought = wordsOf(entryForModel(passage)).map(({ word }) => word);
  const words = wordsOf(shown);
  const text = ` ${words.map(({ word }) => word).join(" ")} `;
  const at = sought.length === 0 ? -1 : text.indexOf(` ${sought.join(" ")} `);
  if (at < 0) return null;
  const first = text.slice(0, at).split(" ").length - 1;
  const from = words[first]?.from ?? 0;
  const to = words[first + sought.length - 1]?.to ?? from;
  const after = /^[^\s\p{L}\p{N}]*/u.exec(shown.slice(to, to + maxMarks))?.[0] ?? "";
  return cut(`${marksBefore(shown, from, passage)}${shown.slice(from, to)}${after}`, most);
}

/** Signs that may stand around a passage. */
const maxMarks = 20;

/** The marks before the first word of a passage, as many as it has itself. */
function marksBefore(shown: string, from: number, passage: string): string {
  const own = /^\s*([^\p{L}\p{N}]*)/u.exec(passage.slice(0, maxMarks))?.[1] ?? "";
  const lead = shown.slice(Math.max(0, from - own.length), from);
  return lead === own ? lead : (/[^\s\p{L}\p{N}]*$/u.exec(lead)?.[0] ?? "");
}

interface Word {
  /** In small letters. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text in their order. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
}

/** Code, names and messages, in which comments are seen: without the characters that show as nothing. */
export function codeForModel(text: string, most = Number.POSITIVE_INFINITY): ShownText {
  return cut(withoutHiddenCharacters(text), most);
}

/** Every text in a value, names and all, as `markdownForModel` or `codeForModel` gives it. */
export function dataForModel(value: unknown, kind: "markdown" | "code"): ModelData {
  if (typeof value === "string") return kind === "markdown" ? markdownForModel(value) : codeForModel(value);
  if (Array.isArray(value)) return value.map((one) => dataForModel(one, kind));
  if (typeof value !== "object" || value === null)
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [codeForModel(key), dataForModel(one, kind)]),
  );
}

/** Files that GitHub renders as Markdown, or that people write in it. */
const markdownFile =
  /\.(?:r?mdx?|qmd|mdc|markdown|mkdn?|mkdown|mdown|mdwn|livemd|ronn|scd|workbook)$|(?:^|\/)(?:contents\.lr|readme)$/i;

/** A file, by its name. */
export function fileForModel(path: string, text: string): ShownText {
  return markdownFile.test(path) ? markdownForModel(text) : codeForModel(text);
}

/** Texts that may be seen, put together as they are. */
export function joinForModel(texts: readonly ShownText[], separator = "\n"): ShownText {
  return texts.join(separator) as ShownText;
}

/**
 * Text that somebody else wrote, as one JSON value with a label. Code is seen as it is, generics and all; only what reads like
 * the block's own tag is escaped, however it is spaced, so that no text ends its block or opens another.
 */
export function dataBlock(label: string, value: ModelData): ShownText {
  const json = escaped(JSON.stringify(value ?? null), ownTag);
  return `<data kind="${label}">\n${json}\n</data>` as ShownText;
}

const ownTag = /<(?=(?:[\s/\p{Cf}\p{Co}]|\\[bfnrt])*data)|[\p{Cf}\p{Co}\u2028\u2029]/giu;
const anyTag = /[<>\p{Cf}\p{Co}\u2028\u2029]/gu;

/** JSON in which no text can open or close a tag. */
export function asJson(value: ModelData, indent?: number): ShownText {
  return escaped(JSON.stringify(value ?? null, null, indent), anyTag);
}

/** JSON with the characters found written as their code; read, it is the same. */
function escaped(json: string, characters: RegExp): ShownText {
  return json.replace(characters, (character) =>
    [...units(character)].map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join(""),
  ) as ShownText;
}

function* units(character: string): Generator<number> {
  for (let at = 0; at < character.length; at++) yield character.charCodeAt(at);
}

function cut(text: string, most: number): ShownText {
  return (text.length <= most ? text : `${text.slice(0, most)} […]`) as ShownText;
}
