import { unseenElements } from "../../markdown/page/known-tags.ts";

/** File names that say nothing: the folder is what readers call the spec by. */
const generic = new Set(["spec.md", "requirements.md", "index.md", "readme.md"]);

/**
 * What qualifies an ID that is unique only inside its file: the folder when the file name is generic
 * (`openspec/specs/cli/spec.md`, `specs/001-login/spec.md`), else the path. An archived OpenSpec change keeps the scope
 * it had before (`changes/archive/2026-01-31-x` is `changes/x`), so that archiving moves entries and renames none.
 */
export function scopeOf(path: string): string {
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1).toLowerCase();
  const scope = slash > 0 && generic.has(name) ? path.slice(0, slash) : path;
  return scope.replace(/(^|\/)changes\/archive\/(?:\d{4}-\d{2}-\d{2}-)?/, "$1changes/");
}

const image = /!\[[^\][\n]{0,400}\](?:\([^()\n]{0,400}\)|\[[^\][\n]{0,200}\])?/g;
const titledLink = /(\[[^\][\n]{0,400}\])\([^()\n]{0,400}\)/g;
const tagWithAttributes = /<[A-Za-z][\w-]{0,30}\s[^<>\n]{0,600}>/g;

const unseen = new RegExp(
  `<(${[...unseenElements].join("|")})(?:\\s[^<>\\n]{0,600})?>[^\\n]{0,600}?(?:</\\1>|$)`,
  "gi",
);

/** The words of a title that its reader sees, of which an ID may be made: no image, address or attribute. */
export function seenTitle(text: string): string {
  if (!/[<[]/.test(text)) return text;
  return text
    .replace(unseen, "")
    .replace(image, "")
    .replace(titledLink, "$1")
    .replace(tagWithAttributes, "")
    .trim();
}

/**
 * The anchor GitHub gives a heading: lower case, punctuation dropped, spaces to hyphens. Inline marks are dropped with
 * the punctuation. `taken` counts the anchors of one file, and later equals get `-1`, `-2`, …
 */
export function headingAnchor(text: string, taken: Map<string, number>): string {
  const plain = seenTitle(text)
    .replace(/<[^<>]*>/g, "")
    .replace(/\]\([^()\s]*\)/g, "]");
  const slug = plain
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replace(/ /g, "-");
  return unique(slug === "" ? "section" : slug, taken);
}

/** The name itself the first time, then with `-1`, `-2`, … */
export function unique(name: string, taken: Map<string, number>): string {
  let seen = taken.get(name) ?? 0;
  let free = seen === 0 ? name : `${name}-${seen}`;
  while (seen > 0 && taken.has(free)) {
    seen += 1;
    free = `${name}-${seen}`;
  }
  taken.set(name, seen + 1);
  if (free !== name) taken.set(free, 1);
  return free;
}

/** A short readable handle for a statement that has no ID: its first words. */
export function wordSlug(text: string, words = 7): string {
  const plain = text.slice(0, 300).replace(/\]\([^()\s]*\)/g, "]");
  const found = plain.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._]*/gu) ?? [];
  return found.slice(0, words).map(shortWord).join("-") || "statement";
}

/** Scripts without spaces make a word of a whole sentence. */
const maxWord = 40;

function shortWord(word: string): string {
  const whole = withoutFinalStops(word);
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(whole) ? whole.slice(0, maxWord) : whole;
}

function withoutFinalStops(word: string): string {
  let end = word.length;
  while (word[end - 1] === ".") end -= 1;
  return word.slice(0, end);
}
