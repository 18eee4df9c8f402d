import { isMostlyTags, withoutTags } from "../markdown/written-by-program.ts";
import { codeSpans } from "../markdown/code-spans.ts";
import { visibleText } from "../markdown/hidden-text.ts";

/** Zero-width space. `visibleText` has removed every one of the author's before ours are put in. */
const gap = "\u200b";

/**
 * Text of an author, a file, a branch or a model as one line of Markdown that shows exactly that text and does
 * nothing: no mention, issue, commit or web link, closing keyword, image, HTML, emoji, formula or other bot's command.
 * The gaps stand after `@` and the like because GitHub links text after rendering, so that a backslash would not do.
 */
export function inlineText(text: string): string {
  return protect(oneLine(text));
}

/** As `inlineText`, in a monospaced face. A code span would hide mentions from GitHub, but not from other bots. */
export function codeText(text: string): string {
  return `<code>${protect(oneLine(text))}</code>`;
}

/** As `inlineText`, but the author's code spans stay code. */
export function richText(text: string): string {
  let out = "";
  for (const { text: piece, isCode } of codeSpans(oneLine(text))) {
    if (isCode) out += `<code>${protect(piece)}</code>`;
    else out += out === "" ? protect(piece) : protectInside(piece);
  }
  return out;
}

const bold = /\*\*(?=\S)([^*\n]{1,400})(?<=\S)\*\*/g;

/** Without the marks of bold words, which a quote would show as asterisks. */
export function withoutBold(text: string): string {
  return text.replace(bold, "$1");
}

const references = /&(?:nbsp|lt|gt|quot|amp|mdash|ndash|#x(?:[2-6][0-9A-F]|7[0-9A-E]));/gi;
const signs = new Map([
  ["&nbsp;", " "],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&amp;", "&"],
  ["&mdash;", "—"],
  ["&ndash;", "–"],
]);

/** Each reference to a character as that character. */
export function withoutReferences(text: string): string {
  return text.replace(
    references,
    (sign) => signs.get(sign.toLowerCase()) ?? String.fromCharCode(Number.parseInt(sign.slice(3, -1), 16)),
  );
}

/** The words of a page that a program wrote, of which most would be tags. */
export function withoutMarkup(text: string): string {
  if (!isMostlyTags(text)) return text;
  return withoutReferences(withoutTags(text));
}

/** Several lines as a block quote; no line of the author's starts a line of ours. */
export function quoteText(text: string): string {
  const lines = withoutBold(withoutMarkup(visibleText(text).text)).split("\n");
  const shown = lines.map((line) => richText(line)).filter((line) => line !== "");
  return `> ${shown.join("<br>")}`;
}

/** For titles and commit messages, which are not Markdown: letters, digits and harmless punctuation only. */
export function plainTitle(text: string): string {
  return oneLine(text)
    .replace(/[^\p{L}\p{N} ._:/(),'*→›-]/gu, " ")
    .replace(/\bGH-(?=\d)/gi, "GH ")
    .replace(/:\/\//g, " ")
    .replace(/ +/g, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}

/** At most `max` characters (Unicode code points), cut at a word where one is near, with an ellipsis. */
export function clip(text: string, max: number): string {
  const characters = Array.from(text.length > max * 4 ? text.slice(0, max * 4) : text);
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A name cut in its middle: names of one place begin alike, and what tells them apart stands last. */
export function clipName(name: string, max: number): string {
  const characters = Array.from(name);
  if (characters.length <= max) return name;
  const lead = Math.floor((max - 1) / 4);
  return `${characters.slice(0, lead).join("")}…${characters.slice(lead + 1 - max).join("")}`;
}

/** What is seen of a text, without its line breaks. */
export function oneLine(text: string): string {
  return visibleText(text).text.replace(/\s+/gu, " ").trim();
}

function protect(line: string): string {
  return protectInside(line).replace(/^(\s*)([-+=#/]|\d{1,9}(?=[.)]))/, (_, space: string, first: string) =>
    /^\d/.test(first) ? `${space}${first}&#8203;` : `${space}\\${first}`,
  );
}

function protectInside(text: string): string {
  return text
    .replace(/@/g, `@${gap}`)
    .replace(/#(?=[\p{L}\p{N}_])/gu, `#${gap}`)
    .replace(/\bGH-(?=\d)/gi, (match) => `${match.slice(0, 2)}${gap}-`)
    .replace(/:(?=\/\/)/g, `:${gap}`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}${gap}.`)
    .replace(/\b[0-9a-f]{7,64}\b/gi, (match) => match.replace(/.{6}(?=.)/g, `$&${gap}`))
    .replace(/:(?=[a-z0-9_+-]{1,40}:)/gi, `:${gap}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]~|!]/g, "\\$&")
    .replace(/\$/g, "<span>$</span>")
    .replaceAll(gap, "&#8203;");
}
