import type { Span } from "../../entries/entry.ts";
import { lineCommentOf, withoutLineComment } from "./line-comment.ts";
import { readType, TypeReader } from "./read-type.ts";
import type { Member, Parameter, Returned, TypeForm } from "./spec-interface.ts";

const id = /\b[A-Z]{1,6}(?:-[A-Z]{1,6})?\d{1,4}[0-9a-z]{0,12}\b(?!\*)/g;
const unknown: TypeForm = { kind: "unknown", words: "" };

/** Entry IDs in a comment; one with `*` stands for a whole family and says nothing about a single member. */
export function citedIn(comment: string): readonly string[] {
  return [...new Set(comment.match(id) ?? [])];
}

/** One member of an IDL declaration, or null when it is none: a comment, an empty line. */
export function readMember(lines: readonly string[], span: Span, isEnum: boolean): Member | null {
  const cites = citedIn(lines.map(lineCommentOf).join(" "));
  const bare = lines.map((line) => withoutDefault(withoutLineComment(line), lines.length > 1)).join(" ");
  const standard = lines.length === 1 ? defaultIn(withoutLineComment(lines[0] ?? "")) : null;
  const text = bare.trim();
  const words = /^(?:(?:public|static|readonly)\s+)*/.exec(text)?.[0] ?? "";
  const isStatic = text.startsWith("+") || words.includes("static");
  const isReadonly = words.includes("readonly");
  const common = { cites, standard, span, isStatic, isReadonly };
  const body = text
    .slice(words.length)
    .replace(/^\+\s*/, "")
    .replace(/[;,]$/, "");
  const embeds = /^embeds\s+([A-Za-z_]\w{0,80})$/.exec(body)?.[1];
  if (embeds !== undefined) return { kind: "embeds", name: embeds, ...common };
  if (body === "" || body === "...") return null;
  const name = nameOf(body, isEnum);
  const rest = isEnum ? body.replace(/^["']|["']$/g, "").slice(name.length) : body.slice(name.length);
  const read = name === "" ? null : memberOf(name, rest, isEnum, common);
  return read ?? { kind: "unread", name, ...common };
}

/** Values of an enumeration may stand in quotes and then hold more than an identifier does. */
function nameOf(body: string, isEnum: boolean): string {
  const literal = isEnum ? /^(["'])([A-Za-z][\w .-]{0,80})\1$/.exec(body)?.[2] : undefined;
  return literal ?? /^[A-Za-z_$][\w$]{0,80}/.exec(body)?.[0] ?? "";
}

type Common = Pick<Member, "cites" | "standard" | "span" | "isStatic" | "isReadonly">;

function memberOf(name: string, rest: string, isEnum: boolean, common: Common): Member | null {
  if (isEnum) return /^(?:$|\s*[=(:])/.test(rest) ? { kind: "value", name, ...common } : null;
  return rest.startsWith("(") ? callable(name, rest, common) : property(name, rest, common);
}

function callable(name: string, rest: string, common: Common): Member | null {
  const signature = readSignature(rest);
  if (signature === null) return null;
  return { kind: name === "constructor" ? "constructor" : "method", name, ...common, ...signature };
}

/** `(a: A) => io B`; null when it cannot be read to its end. */
export function readSignature(
  text: string,
): { readonly parameters: readonly Parameter[]; readonly returns: Returned } | null {
  const reader = new TypeReader(text);
  const parameters = reader.parameters();
  if (parameters === null) return null;
  if (reader.isAtEnd()) return { parameters, returns: { type: null, isAsync: false } };
  if (!reader.skip("=>") && !reader.skip("->") && !reader.skip(":")) return null;
  const returns = reader.returned();
  return returns !== null && reader.isAtEnd() ? { parameters, returns } : null;
}

function property(name: string, rest: string, common: Common): Member | null {
  const mark = /^\s*(?:\?\s*)?:/.exec(rest)?.[0];
  if (mark === undefined) return null;
  const words = rest.slice(mark.length).trim();
  const type = words === "" ? unknown : readType(words);
  return { kind: "property", name, type, isOptional: mark.includes("?"), ...common };
}

const defaultWord = /\s(?:api-)?default\s/;

function defaultIn(line: string): string | null {
  const match = defaultWord.exec(line);
  const words = match === null ? "" : line.slice(match.index + match[0].length).trim();
  return words === "" || line.includes("(") ? null : words;
}

/** Defaults are no types. In a line of several parameters a default ends at the next comma. */
function withoutDefault(line: string, isOwnLine: boolean): string {
  if (isOwnLine || !line.includes("(")) {
    const at = line.search(defaultWord);
    if (at < 0) return line;
    return line.slice(0, at) + (isOwnLine && line.trimEnd().endsWith(",") ? "," : "");
  }
  return line.replace(/\s(?:api-)?default\s[^,)]*/g, "");
}
