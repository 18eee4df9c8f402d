import type { CodeBlock } from "./code-block.ts";
import { citedIn, readMember } from "./read-member.ts";
import type { Declaration, Member } from "./spec-interface.ts";
import { readType } from "./read-type.ts";

const header =
  /^(class|interface|enum)\s+([A-Za-z_]\w{0,80})(?:<([\w, ]{1,80})>)?(?:\s+(?:extends|implements|embeds)\s+([^\s:/#][^:/#]{0,120}))?\s*(:?)$/;

/** Declarations written as `class Name:` with indented members, as specs write their own IDL. */
export function readIndented(block: CodeBlock): readonly Declaration[] {
  const found: Declaration[] = [];
  block.lines.forEach((line, at) => {
    const comment = /\/\/|#/.exec(line);
    const match = header.exec(line.slice(0, comment?.index).trimEnd());
    if (match === null) return;
    const members = block.lines.slice(at + 1, bodyEnd(block.lines, at + 1));
    if (match[5] === "" && members.length > 0 && comment === null) return;
    const [, kind = "class", name = "", parameters = "", parents = ""] = match;
    found.push({
      kind: kind as "class" | "interface" | "enum",
      name,
      typeParameters: parameters.split(",").flatMap((one) => one.trim() || []),
      extends: parents.split(",").flatMap((one) => (one.trim() === "" ? [] : [readType(one)])),
      members: membersOf(members, block, block.line + at + 1, kind === "enum"),
      type: null,
      cites: comment === null ? [] : citedIn(line.slice(comment.index)),
      span: { file: block.file, line: block.line + at, endLine: block.line + at, quote: line.trim() },
    });
  });
  return found;
}

function bodyEnd(lines: readonly string[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!/^\s/.test(line)) break;
    end = at + 1;
  }
  return end;
}

/** Members; one whose parentheses stay open goes on until they close. */
function membersOf(lines: readonly string[], block: CodeBlock, firstLine: number, isEnum: boolean): Member[] {
  const found: Member[] = [];
  const margin = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf));
  for (let at = 0; at < lines.length; at += 1) {
    const start = at;
    if (indentOf(lines[at] ?? "") !== margin) continue;
    const parts = [lines[at] ?? ""];
    while (openParentheses(parts) > 0 && at + 1 < lines.length && parts.length < 40) {
      at += 1;
      parts.push(lines[at] ?? "");
    }
    const span = {
      file: block.file,
      line: firstLine + start,
      endLine: firstLine + at,
      quote: parts.join("\n").trim(),
    };
    const member = readMember(parts, span, isEnum);
    if (member !== null) found.push(member);
  }
  return found;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function openParentheses(lines: readonly string[]): number {
  let open = 0;
  for (const line of lines) {
    for (const character of line.split("//", 1)[0] ?? "") {
      if (character === "(") open += 1;
      if (character === ")") open -= 1;
    }
  }
  return open;
}
