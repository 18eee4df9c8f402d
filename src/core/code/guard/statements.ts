/** Lines that belong together, as one text. */
interface Statement {
  readonly text: string;
  /** Index of the line that a place in the text is of. */
  readonly lineAt: (offset: number) => number;
}

const longest = { lines: 40, text: 4_000 };
const goesOn = /(?:[.,([\\=+]|::|->|=>)\s*$/;
const takesUp = /^\s*(?:\??\.[A-Za-z_]|[([):]|->|::|from\s["'])/;
const opensImport = /^\s*(?:import|export|use|from)\b[^\n]{0,200}[{(]\s*$/;

/** Statements of several lines, as far as punctuation tells: what stands in two lines is one use all the same. */
export function statements(lines: readonly string[]): readonly Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOf(lines, at);
    if (end === at) continue;
    found.push(joined(lines, at, end));
    at = end;
  }
  return found;
}

function endOf(lines: readonly string[], start: number): number {
  let length = lines[start]?.length ?? 0;
  let isImport = opensImport.test(lines[start] ?? "");
  let end = start;
  while (end + 1 < lines.length && end - start < longest.lines && length < longest.text) {
    const [line, next] = [lines[end] ?? "", lines[end + 1] ?? ""];
    if (!isImport && !goesOn.test(line) && !takesUp.test(next)) break;
    if (isImport && /[})]/.test(next)) isImport = false;
    length += next.length;
    end += 1;
  }
  return end;
}

function joined(lines: readonly string[], start: number, end: number): Statement {
  const starts: number[] = [];
  let text = "";
  for (let at = start; at <= end; at += 1) {
    const piece = (lines[at] ?? "").trim();
    const isTight = text === "" || /[.(\\]$/.test(text) || /^(?:\??\.|[():]|->|::)/.test(piece);
    text = `${text.replace(/\\$/, "")}${isTight ? "" : " "}`;
    starts.push(text.length);
    text += piece;
  }
  return {
    text,
    lineAt: (offset) =>
      start +
      Math.max(
        0,
        starts.findLastIndex((one) => one <= offset),
      ),
  };
}
