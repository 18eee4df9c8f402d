import type { CodeBlock } from "./code-block.ts";
import { readMember, readSignature } from "./read-member.ts";
import type { Declaration, Member } from "./spec-interface.ts";
import { readType } from "./read-type.ts";

const classHeader = /^class\s+([A-Za-z_]\w{0,80})(?:\(([^)]{0,120})\))?\s*:\s*(?:#.*)?$/;
const functionHeader = /^def\s+([A-Za-z_]\w{0,80})\s*(\(.*)$/;

/** Containers with typed fields and typed functions of a Python fence, as specs written in Python define them. */
export function readPython(block: CodeBlock): readonly Declaration[] {
  return block.lines.flatMap((line, at) => {
    const container = classHeader.exec(line.trimEnd());
    if (container !== null) return containerOf(container, block, at) ?? [];
    return functionHeader.test(line) ? (functionOf(block, at) ?? []) : [];
  });
}

/** Null for a class without fields: its shape is not given. */
function containerOf(match: RegExpExecArray, block: CodeBlock, at: number): Declaration | null {
  const members: Member[] = [];
  let end = at;
  for (let next = at + 1; next < block.lines.length; next += 1) {
    const line = block.lines[next] ?? "";
    if (line.trim() === "") continue;
    if (!/^\s/.test(line)) break;
    if (/^\s+(?:def|@|return|pass)\b/.test(line)) return null;
    end = next;
    const bare = before(before(line, /\s#/), /\s=/);
    const span = {
      file: block.file,
      line: block.line + next,
      endLine: block.line + next,
      quote: line.trim(),
    };
    const member = readMember([bare], span, false);
    if (member?.kind === "property") members.push(member);
  }
  if (members.length === 0) return null;
  const parents = (match[2] ?? "").split(",").map((one) => one.trim());
  return {
    kind: "class",
    name: match[1] ?? "",
    typeParameters: [],
    extends: parents.filter((one) => /^[A-Z]\w*$/.test(one)).map(readType),
    members,
    type: null,
    cites: [],
    span: {
      file: block.file,
      line: block.line + at,
      endLine: block.line + end,
      quote: (block.lines[at] ?? "").trim(),
    },
  };
}

/** Null when a parameter or the result has no type: then it is an example, or nothing is known of its interface. */
function functionOf(block: CodeBlock, at: number): Declaration | null {
  const parts: string[] = [];
  let end = at;
  for (let next = at; next < Math.min(block.lines.length, at + 30); next += 1) {
    parts.push(before(block.lines[next] ?? "", /\s#/).trim());
    end = next;
    if ((parts.at(-1) ?? "").endsWith(":")) break;
  }
  const match = functionHeader.exec(parts.join(" "));
  const text = (match?.[2] ?? "")
    .replace(/:\s*$/, "")
    .replace(/=[^,)=]+(?=[,)])/g, "")
    .replace(/,\s*\)/, ")");
  const signature = readSignature(text);
  if (match === null || signature === null || !text.includes("->")) return null;
  if (signature.parameters.some(({ name }) => name === null)) return null;
  const span = {
    file: block.file,
    line: block.line + at,
    endLine: block.line + end,
    quote: parts.join(" "),
  };
  const name = match[1] ?? "";
  const member: Member = {
    kind: "method",
    name,
    isStatic: false,
    cites: [],
    standard: null,
    span,
    ...signature,
  };
  return {
    kind: "function",
    name,
    typeParameters: [],
    extends: [],
    members: [member],
    type: null,
    cites: [],
    span,
  };
}

/** The text before the first match; what stands there ends without spaces. */
function before(text: string, mark: RegExp): string {
  const at = text.search(mark);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}
