import type { CodeBlock } from "./code-block.ts";
import { withoutLineComment } from "./line-comment.ts";
import { readMember } from "./read-member.ts";
import { readType } from "./read-type.ts";
import type { Declaration, Member } from "./spec-interface.ts";

const header =
  /^(?:export\s+)?(?:declare\s+)?(?:default\s+)?(?:abstract\s+)?(interface|enum|class)\s+([A-Za-z_$][\w$]{0,80})(?:<([\w\s,=]{1,80}|[^<>{]{1,80})>)?(?:\s+extends\s+([^{]{1,160}))?(?:\s+implements\s+[^{]{1,160})?\s*\{\s*$/;
const alias = /^(?:export\s+)?type\s+([A-Za-z_$][\w$]{0,80})(?:<([\w\s,]{1,80})>)?\s*=(.*)/;

/** Declarations of a TypeScript fence: interfaces, enumerations, aliases. A class with bodies is an example, not one. */
export function readBraced(block: CodeBlock): readonly Declaration[] {
  const lines = withoutBlockComments(block.lines);
  const found: Declaration[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trimEnd();
    const end = closingLine(lines, at);
    const match = header.exec(line);
    if (match !== null && match[1] !== "class" && end !== null) {
      found.push(declarationOf(match, lines.slice(at + 1, end), block, block.line + at));
      at = end;
      continue;
    }
    const named = alias.exec(line);
    if (named !== null) found.push(aliasOf(named, lines, at, block));
  }
  return found;
}

function declarationOf(
  match: RegExpExecArray,
  body: readonly string[],
  block: CodeBlock,
  line: number,
): Declaration {
  const [quote, kind = "interface", name = "", parameters = "", parents = ""] = match;
  return {
    kind: kind as "interface" | "enum",
    name,
    typeParameters: parameterNames(parameters),
    extends: parents.split(/,(?![^<]*>)/).flatMap((one) => (one.trim() === "" ? [] : [readType(one)])),
    members: membersOf(body, block, line + 1, kind === "enum"),
    type: null,
    cites: [],
    span: { file: block.file, line, endLine: line + body.length + 1, quote: quote.trim() },
  };
}

function parameterNames(text: string): readonly string[] {
  return text.split(",").flatMap((one) => /^\s*([A-Za-z_]\w*)/.exec(one)?.[1] ?? []);
}

function aliasOf(
  match: RegExpExecArray,
  lines: readonly string[],
  at: number,
  block: CodeBlock,
): Declaration {
  const parts = [match[3] ?? ""];
  let end = at;
  while (end + 1 < lines.length && end - at < 30 && /^\s*[|&]|^\s+\S/.test(lines[end + 1] ?? "")) {
    end += 1;
    parts.push(lines[end] ?? "");
  }
  const words = parts.map(withoutLineComment).join(" ").replace(/;\s*$/, "");
  return {
    kind: "alias",
    name: match[1] ?? "",
    typeParameters: parameterNames(match[2] ?? ""),
    extends: [],
    members: [],
    type: readType(words),
    cites: [],
    span: { file: block.file, line: block.line + at, endLine: block.line + end, quote: match[0].trim() },
  };
}

function membersOf(lines: readonly string[], block: CodeBlock, first: number, isEnum: boolean): Member[] {
  const found: Member[] = [];
  let depth = 0;
  let start = 0;
  let parts: string[] = [];
  lines.forEach((line, at) => {
    if (parts.length === 0) start = at;
    if (line.trim() === "" && parts.length === 0) return;
    parts.push(line);
    depth += depthOf(line);
    if (depth > 0) return;
    depth = 0;
    const span = {
      file: block.file,
      line: first + start,
      endLine: first + at,
      quote: parts.join("\n").trim(),
    };
    const member = isIndex(parts[0] ?? "") ? null : readMember(parts, span, isEnum);
    if (member !== null) found.push(member);
    parts = [];
  });
  return found;
}

function isIndex(line: string): boolean {
  return line.trimStart().startsWith("[");
}

function depthOf(line: string): number {
  let depth = 0;
  for (const character of withoutLineComment(line)) {
    if ("({".includes(character)) depth += 1;
    if (")}".includes(character)) depth -= 1;
  }
  return depth;
}

/** Line on which the brace opened on this line closes, or null. */
function closingLine(lines: readonly string[], start: number): number | null {
  if (!(lines[start] ?? "").trimEnd().endsWith("{")) return null;
  let depth = 0;
  for (let at = start; at < lines.length; at += 1) {
    const line = withoutLineComment(lines[at] ?? "");
    for (const character of line) {
      if (character === "{") depth += 1;
      if (character === "}") depth -= 1;
    }
    if (depth <= 0) return at;
  }
  return null;
}

/** Same number of lines, the text of block comments gone. */
function withoutBlockComments(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.map((line) => {
    if (inside) {
      inside = !line.includes("*/");
      return "";
    }
    const at = line.indexOf("/*");
    if (at < 0) return line;
    const end = line.indexOf("*/", at);
    inside = end < 0;
    return end < 0 ? line.slice(0, at) : line.slice(0, at) + line.slice(end + 2);
  });
}
