import { isPlaceOfTools } from "./protected-path.ts";
import { isDataKind, isSourceKind } from "./writable-kind.ts";

/** Characters of a path: a sentence, a pattern or the code between two texts is none. */
const pathLike = /^[^\s(){}[\];,<>=*?|%@\\]{3,200}$/;
/** What stands between the words of a text that are no part of a path. */
const between = /[\s;,<>=*?|()[\]{}@]+/;
/** What stands between the parts of a path that code joins: `join("a", "b")`, `Path("a") / "b"`, `.join("a").join("b")`. */
const joint = /^\s{0,9}(?:,|\)?\s{0,9}(?:\/|\.(?:join|resolve)\w{0,9}\s?\())\s{0,9}$/;
/** What loads a module rather than naming a file. */
const loads = /\b(?:(?:from|import|use)\s{0,9}\(?\s{0,9}|(?:require|include)(?:_\w{1,20})?\b[^;]{0,60})$/;
const hidden = /^\.[a-z_][\w.-]{1,60}$/i;
/** An address, with or without its scheme, but for that of a file. */
const elsewhere = /^(?!file:)[a-z][\w+.-]{0,20}:\/\/|^\/\/[\w-]{1,60}\.|:\/\/[^/]/i;
const settings = /^\.[a-z_]{2,20}(?:rc|profile)$/i;
/** Folders and files that are of tools wherever they are named: those by which a repository or its agents are set up. */
const ofTools =
  /^\.(?:agents?|aws|cargo|circleci|claude|codex|cursor|devcontainer|direnv|env(?:rc|\.local)?|gemini|git(?:attributes|hub|lab|modules)?|github-actions|husky|idea|kiro|mvn|netrc|ssh|vscode|windsurf|zed)$/i;
/** Marks as Windows has them between folders; not those of escapes, nor of a pattern, such as `a\.b`. */
const separator = /\\\\(?=[a-z_])|\\(?=[ac-eg-mo-qswyz_])|\\{1,2}(?=\.\w{2,40}\\)/gi;
/** Signs by which a text with marks is a pattern. */
const pattern = /[$^+[(]|\\[.dswbDSWB]\W?[*+?]/;

/** What stands for a folder that is put in: `~`, `$home`, `#{home}`, `{$home}`, `\(home)`, `%s`. */
const placeholder =
  /^~(?=\/)|\$\{?\w{1,40}\}?|[$#]?\{{1,2}[\w.()$>-]{1,60}\}{1,2}|\\\([\w.()]{1,60}\)|%[sv@](?=\/)/g;

interface Literal {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly isLoaded: boolean;
}

/**
 * Where a line names, by a text of its own or by the parts of a path, a place that tools execute or agents obey: what is
 * refused as a destination for its name. Names that only mean so in some folder of a repository are none.
 */
export function namedPlaces(line: string): readonly { readonly at: number; readonly end: number }[] {
  const isOfHome = /home/i.test(line);
  return literalsOf(line).filter(
    ({ text, isLoaded }) => isHidden(text, isOfHome) || (!isLoaded && isNamed(text)),
  );
}

/** What stands between two quotes, and such texts joined. A quote that is none only makes more of them. */
function literalsOf(line: string): readonly Literal[] {
  const pieces = line.split(/["'`]/);
  const literals: Literal[] = [];
  let first: Pick<Literal, "text" | "at"> | null = null;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const end = at + piece.length;
    if (index === 0 || index === pieces.length - 1) literals.push({ ...wholeLine(piece, at), end });
    if (before !== undefined && index < pieces.length - 1) {
      const start = at;
      const isLoaded = loads.test(before);
      literals.push(...textsOf(piece).map((text) => ({ text, at: start, end, isLoaded })));
      const text = asPath(piece);
      if (!joint.test(before)) first = joint.test(piece) ? first : null;
      else if (first !== null && /^\w/.test(text) && !/^\s?:/.test(pieces[index + 1] ?? ""))
        literals.push({ text: `${first.text}/${text}`, at: first.at, end, isLoaded: false });
      if (hidden.test(text) && !isEnding(text) && !/\+\s?\w?$/.test(before)) first = { text, at };
    }
    at = end + 1;
  }
  return literals;
}

/** A text as a path, the words of it that are paths, and its lines. */
function textsOf(piece: string): readonly string[] {
  if (piece.length < 3) return [];
  const text = asPath(piece).trim();
  const lines = /\\[nrt]/.test(piece) ? piece.split(/\\[nrt]/).map((one) => one.trim()) : [];
  const words = between.test(text) ? text.split(between).filter(isPathWord) : [];
  return [text, ...lines, ...words];
}

function isPathWord(word: string): boolean {
  return word.includes("/") && !/[\\^$+"]|^\//.test(word);
}

/** With the signs between folders that Windows has; a listed name may begin with the letter of an escape. */
function asPath(text: string): string {
  if (!text.includes("\\") || pattern.test(text)) return text;
  const raw = text.replace(/\\{1,2}/g, "/");
  return isNamed(raw) || raw.split("/").some((segment) => ofTools.test(segment))
    ? raw
    : text.replace(separator, "/");
}

/** A line, or what stands before its first quote or behind its last, of nothing but a path: it stands in a text of several lines. */
function wholeLine(piece: string, at: number): Omit<Literal, "end"> {
  const text = piece
    .replace(/(?:\\[nrt]?){1,9}$/, "")
    .trim()
    .replace(/^\\(?=\.)/, "");
  const isPath = /\/|[^.]\.|file$/i.test(text) || settings.test(text);
  return { text: isPath ? text : "", at, isLoaded: false };
}

/** A hidden file or folder: alone, `.json` is an ending and `.row` a selector, unless the line is about the home of a user. */
function isHidden(text: string, isOfHome: boolean): boolean {
  const segments = segmentsOf(text);
  const at = segments.findIndex((segment) => hidden.test(segment));
  if (at < 0) return false;
  if (at < segments.length - 1) return true;
  const name = segments[at] ?? "";
  return (
    settings.test(name) ||
    (at === 0 && ofTools.test(name)) ||
    name.length > (at > 0 ? 3 : isOfHome ? 4 : Infinity)
  );
}

function isNamed(text: string): boolean {
  return isPlaceOfTools(
    segmentsOf(text)
      .filter((segment) => !/^\.{0,2}$/.test(segment))
      .join("/"),
  );
}

/** Whether a text is how names of source or data end. */
function isEnding(text: string): boolean {
  return isSourceKind(`a${text}`) || isDataKind(`a${text}`);
}

function segmentsOf(text: string): readonly string[] {
  const path = text.replace(placeholder, "_");
  if (!pathLike.test(path) || elsewhere.test(path)) return [];
  return path.replace(/(?<=\/)(?:\.?\/)+/g, "").split("/");
}
