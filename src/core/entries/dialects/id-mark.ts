/** An ID that the author wrote at the start of a text, and what stands behind it. */
export interface IdMark {
  /** As written, without its decoration. */
  readonly id: string;
  readonly rest: string;
  /** Bold, brackets, code, a colon or a dash set it off, so that it is no word of a sentence. */
  readonly isSetOff: boolean;
  /** It stands in brackets, as no name does. */
  readonly isLabel: boolean;
  /** The line is struck through. */
  readonly isStruck: boolean;
}

/** Tools that write Markdown put a backslash before an underscore: `REQ\_12`. */
const underscore = "\\\\?_";
const segment = "\\p{Lu}[\\p{Lu}\\d]{0,11}";
const number = `\\d{1,6}(?:[.-]\\d{1,4}){0,5}(?:[a-z]|(?:-|${underscore})\\p{Lu}{1,8})?`;
const join = `(?:[-.]|${underscore})`;
/** `FR-001`, `FR1`, `REQ_12`, `FR-1.2.3`, `REQ-AUTH-001a`, `FR1-API`; words for a requirement also in small letters, with a hyphen. */
const idSource = `(?:${segment}(?:${join}${segment}){0,4}(?:${join})?${number}|(?:[Rr]eq|[Ff]r|[Nn]fr|[Uu]s|[Aa]c|[Uu]c)(?:-|${underscore})${number})`;
const wholeId = new RegExp(`^${idSource}$`, "u");
const anchor = "(?:<(?:a|span)\\s[^<>]{1,200}>(?:</(?:a|span)>)?\\s*)?";
/** A pictogram that shows how far it is. */
const sign = "(?:(?:\\p{Extended_Pictographic}|[✓✔✗✘☐☑☒])\\uFE0F?\\s*)?";
const opening = new RegExp(
  `^(?<before>(?:[-*+•]\\s)?(?:\\[[ xX]\\]\\s+)?${sign}(?<strike>~~|<(?:del|s|strike)>)?${anchor}(?<marks>(?:[*_]{1,3}|~~|[\`[(【「]){0,4}))(?<id>${idSource})(?![\\p{L}\\d]|[-_.][\\p{L}\\d])`,
  "u",
);
/** Closing marks, a priority in parentheses or the rest of a bold title, and what separates the ID from its text. */
const closing =
  /^(?<marks>(?:[*_`~\])】」]|<\/(?:del|s|strike)>){0,5})(?<separator>\s*[:：.—–|)→⇒]|\s+(?:-|->|=>)(?=\s))?(?:\*\*|__)?\s*/u;
const boldTitle = /^(?<title>(?:[.:：]?\s|[:：]|\s*[—–-]\s)[^*\n]{1,160}?)(?<end>\*\*|__)[:：.]?\s*/u;
/** Further IDs: the line lists some, or names a range of them. */
const another = new RegExp(
  `^(?:\\s*(?:[,/&+;–—-]|\\.{2,3}|to\\b|through\\b|and\\b|or\\b|bis\\b|~)\\s*)(?:[*_\`[(]{0,4})(?:${idSource}|\\d{1,6}\\b(?=\\s*(?:$|[:：])))`,
  "u",
);
/** What a statement begins with; a mention of the ID goes on in small letters. */
const statement = /^(?:[\p{Lu}\p{Lo}`"'“‘«([{<*_$]|~~|$)/u;

const strikes = /~~|<\/?(?:del|s|strike)>/gu;

export function isWrittenId(text: string): boolean {
  return text.length <= 80 && !text.includes("\\") && wholeId.test(text);
}

/** The ID that opens a text, whatever marks decorate it; null when none does, or when the text only mentions it. */
export function idMarkOf(content: string): IdMark | null {
  const text = content.slice(0, 400).replace(/[\u00a0\u202f\u2007]/gu, " ");
  const open = opening.exec(text);
  const { id: written, marks = "", strike } = open?.groups ?? {};
  if (open === null || written === undefined) return null;
  const id = written.replaceAll("\\_", "_");
  const behind = text.slice(open[0].length);
  if (another.test(behind.replace(/^[*_`~\])]{0,5}/u, ""))) return null;
  const isStruck = strike !== undefined || marks.includes("~~");
  const rest = (length: number): string => content.slice(open[0].length + length);
  const titled = /\*\*|__/u.test(marks) ? boldTitle.exec(behind) : null;
  const own = titled ? titledRest(titled, rest) : plainRest(`${marks}${strike ?? ""}`, behind, rest);
  if (own === null) return null;
  const isLabel = /[[(【「]/u.test(marks);
  return { id, isStruck, isLabel, isSetOff: own.isSetOff, rest: isStruck ? struck(own.rest) : own.rest };
}

/** What stands behind a struck ID, with the mark that its own opening took; where the ID alone is struck, all of it is. */
function struck(rest: string): string {
  const marks = rest.match(strikes)?.length ?? 0;
  if (rest.trim() === "" || (marks > 0 && marks % 2 === 0)) return rest;
  return marks === 0 ? `~~${rest}~~` : `~~${rest}`;
}

type Rest = Pick<IdMark, "rest" | "isSetOff">;

/** `**FR-1: Title** text`; what stands in parentheses behind the ID is a note on it. */
function titledRest(titled: RegExpExecArray, rest: (length: number) => string): Rest {
  const title = (titled.groups?.["title"] ?? "").replace(/^[\s.:：—–-]+/u, "");
  const own = rest(titled[0].length);
  const isNote = title === "" || /^\([^()]{1,40}\)$/u.test(title);
  return { rest: isNote ? own : withTitle(title, own), isSetOff: true };
}

/** Null for a link and for a mention, which goes on in small letters. */
function plainRest(marks: string, behind: string, rest: (length: number) => string): Rest | null {
  const close = closing.exec(behind);
  const { marks: closed = "", separator = "" } = close?.groups ?? {};
  if (isLink(marks, closed, behind)) return null;
  const isSetOff = marks !== "" || separator !== "";
  if (!isSetOff && !statement.test(behind.trimStart())) return null;
  return { rest: rest(close?.[0].length ?? 0), isSetOff };
}

function withTitle(title: string, own: string): string {
  return own.trim() === "" ? title : `**${title}** ${own.trimStart()}`;
}

/** `[FR-1](#fr-1)`, `[FR-1][1]`: refers to where the ID is defined. */
function isLink(marks: string, closed: string, behind: string): boolean {
  if (!marks.includes("[")) return false;
  const end = closed.indexOf("]");
  return end >= 0 && /^[([]/u.test(behind.slice(end + 1));
}
