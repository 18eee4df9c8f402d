import type { Entry, SourceFile } from "../entries/entry.ts";
import { seenFile } from "../markdown/page/seen-file.ts";
import { seenMarks } from "../markdown/page/seen-marks.ts";
import { labelsIn } from "../markdown/page/link-labels.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import { shownText, type UnseenMarkup } from "../markdown/page/shown-text.ts";
import { lostOnPage } from "../markdown/page/agreed.ts";
import { cutMark } from "../markdown/page/page-part.ts";
import { lostPassages } from "../markdown/page/lost-words.ts";
import {
  type HiddenText,
  visibleText,
  withoutHiddenCharacters,
  withoutStandIns,
  withStandIns,
} from "../markdown/hidden-text.ts";
import { entryForModel } from "../model-text.ts";

/** What of an entry's text a reader does not see; it takes time to find in a long text, so the review looks for it. */
export interface HiddenInEntry {
  readonly characters: readonly HiddenText[];
  /** Texts of images, titles and the like that say a sentence. */
  readonly sentences: readonly { readonly kind: UnseenMarkup["kind"]; readonly count: number }[];
  /** Words that the page may show and no model reads, however few; in their order. */
  readonly unread: readonly string[];
}

/** A word or two is usual in an alternative text, and kept from models in silence. */
const sentenceWords = 6;

/** Lines that say nothing to a reader, and that nobody would read an entry in. */
const silent = new Set(["definition", "comment", "rule", "front-matter", "footnote"]);

/** An entry's text with what its page does not show. */
export function asWritten(entry: Entry, file: SourceFile): string {
  if (seenFile(file) === file) return entry.text;
  const { lines } = scanSource(file);
  const own = entry.lines.flatMap(({ line, text }) => {
    const written = lines[line - 1];
    return written === undefined ? [] : [{ ...written, isMarked: text.includes(cutMark.trim()) }];
  });
  const kept = own.filter(({ kind, isMarked }) => isMarked || !silent.has(kind)).map(({ text }) => text);
  const margin = Math.min(...kept.filter((text) => text.trim() !== "").map((text) => text.search(/\S/)));
  return kept.map((text) => text.slice(Math.min(margin, text.length))).join("\n");
}

/** Lines of a file that define what a text of it refers to. */
export function definitionsFor(text: string, file: SourceFile): string {
  if (!text.includes("[") || !file.text.includes("]:")) return "";
  const named = labelsIn(text);
  return scanSource(file)
    .lines.filter(({ kind }) => kind === "definition")
    .map(({ content }) => content)
    .filter((line) => [...labelsIn(line)].some((label) => named.has(label)))
    .join("\n");
}

/**
 * What of an entry is not seen, where `definitions` stand elsewhere, and what else of it is not in its text as it is read. Null: all
 * of it is seen.
 */
export function hiddenIn(
  entry: string,
  definitions = "",
  read: Pick<Entry, "id" | "text"> = { id: "", text: entry },
): HiddenInEntry | null {
  const { hidden } = visibleText(entry);
  const around = definitions === "" ? [] : unseenIn(definitions);
  const found = unseenIn(definitions === "" ? entry : `${entry}\n\n${definitions}`);
  const counts = sentencesOf(found);
  for (const [kind, count] of sentencesOf(around)) counts.set(kind, (counts.get(kind) ?? 0) - count);
  const sentences = [...counts].flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : []));
  const elsewhere = new Set(around.map(({ text }) => text));
  const unread = found
    .filter(({ kind, text }) => kind === "unread" && !elsewhere.has(text))
    .map(({ text }) => visibleText(withoutStandIns(text)).text.trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  unread.push(...lostIn(entry, read, found));
  return hidden.length + sentences.length + unread.length === 0
    ? null
    : { characters: hidden, sentences, unread };
}

/**
 * What should be seen and no model reads, told by nothing that was found: whatever the reason, it is not lost in silence. Where a mark
 * stands in a text for what nothing tells of, the text is looked at as it was written.
 */
function lostIn(
  entry: string,
  { id, text: read }: Pick<Entry, "id" | "text">,
  found: readonly UnseenMarkup[],
): readonly string[] {
  const told = found.filter(({ kind, text }) => kind === "unread" || saidIn(text).some(isSentence));
  const mark = cutMark.trim();
  const isMarked =
    read.includes(mark) && !entry.includes(mark) && !told.some(({ kind }) => kind === "unread");
  const written = withoutHiddenCharacters(isMarked ? entry : read);
  const elsewhere = [id, ...told.map(({ text }) => withoutStandIns(text))];
  const shown = entryForModel(read);
  const lost = lostPassages(written, shown, elsewhere).map(({ text }) => text);
  if (lost.length > 0) return lost;
  const onPage = lostOnPage(written, shown, elsewhere).join(" ");
  return onPage === "" ? [] : [onPage];
}

/** Only what an element or a diagram does to its words takes rendering to know. */
function unseenIn(text: string): readonly UnseenMarkup[] {
  return shownText(withStandIns(text), text.includes("<") ? seenMarks : null).unseen;
}

function sentencesOf(found: readonly UnseenMarkup[]): Map<UnseenMarkup["kind"], number> {
  const counts = new Map<UnseenMarkup["kind"], number>();
  for (const { kind, text: lost } of found)
    // Comments are counted by themselves, and what may be seen is told whatever its length.
    if (kind !== "unread" && saidIn(lost).some(isSentence)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What is said in what was lost: of a tag each value by itself, and the names that stand alone; its own names and links say nothing. */
function saidIn(lost: string): readonly string[] {
  if (!/^<[a-z][^]*>$/i.test(lost)) return [lost];
  const values = [...lost.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, one = "", other = ""]) => one + other,
  );
  const alone = lost.replace(
    /^<[^\s>]{1,60}|[\w:.-]{1,60}\s{0,9}=\s{0,9}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s>"']{1,500})/g,
    " ",
  );
  return [...values, alone];
}

function isSentence(text: string): boolean {
  return visibleText(text).text.trim().split(/\s+/).length >= sentenceWords;
}
