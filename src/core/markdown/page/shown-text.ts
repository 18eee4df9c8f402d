import { parseBounded, readBounds } from "../read/parse.ts";
import { scanSource } from "../scan/scan-source.ts";
import { pageParts } from "./page-parts.ts";
import type { PagePart, UnseenKind } from "./page-part.ts";
import { seenMarks } from "./seen-marks.ts";

/** What stands in the source of a page and is not read on it. */
export interface UnseenMarkup {
  readonly kind: UnseenKind;
  readonly text: string;
}

interface ShownMarkdown {
  readonly text: string;
  readonly unseen: readonly UnseenMarkup[];
}

/** A text without one of these is shown as it stands. */
const mayHide = /[<&|\\$`~]|!\[|\[\^|\][([:]|^---/;

/**
 * Markdown as far as somebody who reads the rendered page sees it. The text is rendered, and parsed as a browser does; of
 * the source only those words are kept that are still there. What is not sure to be seen is taken away: formulas and
 * diagrams with anything in them that is not known to draw all of its words, and HTML that a parser would have to mend.
 * Of a text too large to be parsed the beginning is kept, of one too deep nothing. `text` is free of hidden characters
 * and comments.
 */
export function shownText(text: string): ShownMarkdown {
  if (!mayHide.test(text)) return { text, unseen: [] };
  const source =
    text.length <= readBounds.characters
      ? text
      : text.slice(0, text.lastIndexOf("\n", readBounds.characters) + 1);
  const tree = parseBounded(source, scanSource({ path: "", text: source }));
  if (tree === null) return { text: "", unseen: [{ kind: "attribute", text }] };
  const parts = pageParts(tree, source);
  const seen = /[<|]|\[\^/.test(source) ? seenMarks(tree) : null;
  return assembled(source, parts, ({ marks }) => seen === null || marks === null || hasOne(seen, marks));
}

function hasOne(seen: ReadonlySet<number>, [from, to]: readonly [number, number]): boolean {
  for (let mark = from; mark < to; mark += 1) if (seen.has(mark)) return true;
  return false;
}

function assembled(
  source: string,
  parts: readonly PagePart[],
  isSeen: (part: PagePart) => boolean,
): ShownMarkdown {
  const unseen: UnseenMarkup[] = [];
  const note = (kind: UnseenKind, from: number, to: number, left: string): void => {
    const lost = source.slice(from, to);
    if (/\p{L}/u.test(lost) && lost.trim() !== left.trim()) unseen.push({ kind, text: lost.trim() });
  };
  let out = "";
  let at = 0;
  for (const part of parts) {
    if (part.from < at) continue;
    out += marksOnly(source.slice(at, part.from));
    const left = isSeen(part) ? (part.left ?? source.slice(part.from, part.to)) : "";
    note(part.kind, part.from, part.to, left);
    out += left;
    at = part.to;
  }
  return { text: out + marksOnly(source.slice(at)), unseen };
}

/** Between the parts stand marks of Markdown; a word there is none. A box that is ticked has a letter. */
function marksOnly(between: string): string {
  return between.replace(/\[[xX]\](?=\s)|\p{L}[\p{L}\p{M}\p{N}]*/gu, (found) =>
    found.startsWith("[") ? found : "",
  );
}
