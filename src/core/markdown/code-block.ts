/** A fence or an indented code block. `line` is that of its first line of code, 1-based. */
export interface CodeBlock {
  readonly file: string;
  readonly line: number;
  /** First word after the fence in small letters; empty for an indented block or a fence without one. */
  readonly language: string;
  /** Lines without the block's own indentation. */
  readonly lines: readonly string[];
}

/** Code blocks of a Markdown file, or of an entry's lines given as a file from `firstLine` on. Linear. */
export function codeBlocks(
  source: { readonly path: string; readonly text: string },
  firstLine = 1,
): readonly CodeBlock[] {
  const lines = source.text.split(/\r\n|\n|\r/);
  const found: CodeBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const end = fenceEnd(lines, at) ?? indentedEnd(lines, at);
    if (end === null) {
      at += 1;
      continue;
    }
    found.push(blockOf(source.path, lines, at, end, firstLine));
    at = end;
  }
  return found;
}

const fenceStart = /^(\s{0,40}(?:> ?)?\s{0,12})(`{3,20}|~{3,20})\s{0,4}([^\s`{]{0,40})/;

/** Index after the closing line, or null when no fence starts here. */
function fenceEnd(lines: readonly string[], start: number): number | null {
  const opening = fenceStart.exec(lines[start] ?? "");
  if (opening === null) return null;
  const mark = opening[2] ?? "```";
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").replace(/^[\s>]{0,60}/, "").trimEnd();
    if (line.startsWith(mark) && /^(?:`+|~+)$/.test(line)) return at + 1;
  }
  return lines.length;
}

/** An indented block stands after an empty line, with four columns and no list above that would own it. */
function indentedEnd(lines: readonly string[], start: number): number | null {
  if (start > 0 && (lines[start - 1] ?? "").trim() !== "") return null;
  if (!/^ {4}(?:class|interface|enum|type)\s/.test(lines[start] ?? "")) return null;
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    if (!/^(?: {4}|\t)/.test(line)) break;
    end = at + 1;
  }
  return end;
}

function blockOf(
  file: string,
  lines: readonly string[],
  start: number,
  end: number,
  firstLine: number,
): CodeBlock {
  const opening = fenceStart.exec(lines[start] ?? "");
  const body = opening === null ? lines.slice(start, end) : lines.slice(start + 1, end - 1);
  const indent = opening === null ? 4 : (opening[1] ?? "").length;
  return {
    file,
    line: firstLine + start + (opening === null ? 0 : 1),
    language: (opening?.[3] ?? "").toLowerCase().split(",", 1)[0] ?? "",
    lines: body.map((line) =>
      /^[\s>]*$/.test(line.slice(0, indent)) ? line.slice(indent) : line.trimStart(),
    ),
  };
}
