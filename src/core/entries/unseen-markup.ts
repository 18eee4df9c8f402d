import { closesFence, fenceLine } from "../markdown/fence.ts";
import { isHiddenCharacter } from "../markdown/hidden-text.ts";
import { withoutUnseenBlocks } from "./unseen-blocks.ts";
import { codeSpans, linkEnd, lookAhead, matchingBrackets, tagEnd, withoutDefinitions } from "./link-parts.ts";

/** What stands in the source of a page and is not read on it. */
export interface UnseenMarkup {
  readonly kind:
    "alternative text" | "title" | "info string" | "attribute" | "definition" | "character reference";
  readonly text: string;
}

interface SeenText {
  readonly text: string;
  readonly unseen: readonly UnseenMarkup[];
}

type Note = (kind: UnseenMarkup["kind"], text: string) => void;

/** Nothing is taken away from a text without one of these. */
const mayHide = /[<&|\\$`~]|!\[|\[\^|\][([:]/;

/**
 * Markdown without what a reader of the page does not see although it is no comment: texts of images, titles of links,
 * what follows a fence's language, attributes of tags, link definitions, references to characters that show as nothing,
 * and what `withoutUnseenBlocks` takes away.
 * Where it is not sure what the page shows, it is taken away. Linear in the length.
 */
export function withoutUnseenMarkup(text: string): SeenText {
  if (!mayHide.test(text)) return { text, unseen: [] };
  const unseen: UnseenMarkup[] = [];
  const note: Note = (kind, removed) => {
    if (removed.trim() !== "") unseen.push({ kind, text: removed.trim() });
  };
  const out: string[] = [];
  let block: string[] = [];
  let open: ReturnType<typeof fenceLine> = null;
  const endBlock = (): void => {
    if (block.length > 0) out.push(prose(block.join("\n"), note));
    block = [];
  };
  for (const line of withoutUnseenBlocks(text, note).split("\n")) {
    const mark = fenceLine(line);
    if (open !== null) {
      out.push(line);
      if (closesFence(open, line)) open = null;
    } else if (mark !== null) {
      endBlock();
      open = mark;
      out.push(mark.lead + mark.mark + language(mark.info, note));
    } else {
      // What may begin a block ends the code spans of the one before.
      if (/^\s*(?:$|[-+*>#|]|\d+[.)])/.test(line)) endBlock();
      block.push(line);
    }
  }
  endBlock();
  return { text: out.join("\n"), unseen };
}

function language(info: string, note: Note): string {
  const shown = info.trim();
  const space = shown.search(/\s/);
  const word = space < 0 ? shown : shown.slice(0, space);
  const isName = /^[\w#+.-]{0,20}$/.test(word);
  note("info string", isName ? shown.slice(word.length) : shown);
  return isName ? word : "";
}

/** A line or lines in which a code span may end that began in them. */
function prose(block: string, note: Note): string {
  const kept = withoutDefinitions(block, (whole) => {
    note("definition", whole);
  });
  const tagged = outsideCode(kept, (part) => withoutAttributes(withoutReferences(part, note), note));
  return withoutImageTexts(tagged, note);
}

/** Changes what stands outside of code spans. */
function outsideCode(text: string, change: (part: string) => string): string {
  let out = "";
  let at = 0;
  for (const [from, to] of codeSpans(text)) {
    out += change(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return out + change(text.slice(at));
}

function withoutAttributes(text: string, note: Note): string {
  const ahead = lookAhead(text);
  let out = "";
  let at = 0;
  for (const { 0: opener, 1: name = "", index } of text.matchAll(
    /<(\/?[A-Za-z][A-Za-z0-9-]{0,40})(?=[\s/>])/g,
  )) {
    if (index < at) continue;
    const end = tagEnd(text, index + opener.length, ahead);
    if (end === null) continue;
    out += `${text.slice(at, index)}<${name}>`;
    note("attribute", text.slice(index + opener.length, end).replace(/^[\s/]*$/, ""));
    at = end + 1;
    // GitHub shows nothing of what stands in these.
    if (!/^(?:script|style|template|title|textarea|noscript|rp)$/i.test(name)) continue;
    const closer = new RegExp(`</${name}`, "gi");
    closer.lastIndex = at;
    const close = closer.exec(text)?.index ?? -1;
    note("attribute", text.slice(at, close < 0 ? text.length : close));
    at = close < 0 ? text.length : close;
  }
  return out + text.slice(at);
}

const named =
  /&(?:ZeroWidthSpace|NegativeThinSpace|NegativeMediumSpace|NegativeThickSpace|NegativeVeryThinSpace|zwj|zwnj|lrm|rlm|shy|NoBreak|InvisibleTimes|InvisibleComma|ApplyFunction|it|ic|af);/g;

function withoutReferences(text: string, note: Note): string {
  if (!text.includes("&")) return text;
  const numbered = text.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
    (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff && !isHiddenCharacter(code)) return whole;
      note("character reference", whole);
      return "";
    },
  );
  return numbered.replace(named, (whole) => {
    note("character reference", whole);
    return "";
  });
}

/** An address that is a text of its own. */
function isData(address: string): boolean {
  return /^<?(?:data|javascript|vbscript|blob|about):/i.test(address);
}

/** Longer than this, the label of a reference says more than a label. */
const maxLabel = 40;
const maxDestination = 300;

/** Texts of images, titles of links, labels and destinations that are texts of their own. */
function withoutImageTexts(text: string, note: Note): string {
  if (!text.includes("[")) return text;
  const closes = matchingBrackets(text);
  const ahead = lookAhead(text);
  let out = "";
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const close = character === "[" ? closes.get(at) : undefined;
    if (close !== undefined && text[at - 1] === "!" && isImage(text, at, close)) {
      note("alternative text", text.slice(at + 1, close));
      out += "[";
      at = close;
    } else if (
      close !== undefined &&
      (text[at - 1] === "]" || text[at - 1] === "!") &&
      close - at > maxLabel
    ) {
      note("definition", text.slice(at + 1, close));
      out += "[";
      at = close;
    } else if (character === "]" && text[at + 1] === "(") {
      const end = linkEnd(text, at + 2, ahead);
      out += end === null ? "](" : `](${destination(text.slice(at + 2, end), note)}`;
      at = end ?? at + 2;
    } else {
      out += character;
      at += 1;
    }
  }
  return out;
}

/** An image, or words that are one where a definition elsewhere says so. */
function isImage(text: string, open: number, close: number): boolean {
  if (/^[([]/.test(text.slice(close + 1, close + 2))) return true;
  return /\p{L}{2}\s+\p{L}{2}/u.test(text.slice(open + 1, Math.min(close, open + 200)));
}

function destination(inside: string, note: Note): string {
  const shown = inside.trimStart();
  const end = shown.startsWith("<") ? shown.indexOf(">") + 1 : shown.search(/\s/);
  const where = end <= 0 ? shown : shown.slice(0, end);
  const rest = shown.slice(where.length);
  // Anything else behind a destination makes it no link.
  if (rest.trim() !== "" && !/^\s+["'(]/.test(rest)) return inside;
  note("title", rest);
  const query = where.indexOf("?");
  if (query >= 0 || isData(where)) {
    const address = isData(where) ? "" : where.slice(0, query) + (/#[\w.:-]{1,80}>?$/.exec(where)?.[0] ?? "");
    note("title", where.slice(address.length));
    return address.length <= maxDestination && !/\s/.test(address) ? address : "";
  }
  const isPlain = where.length <= maxDestination && (!where.startsWith("<") || !/\s/.test(where));
  if (!isPlain) note("title", where);
  return isPlain ? where : "";
}
