import { closesFence, fenceLine } from "../markdown/fence.ts";

/** Lines of a Mermaid diagram of which nothing is drawn. */
const undrawn = /^\s*(?:%%|accTitle|accDescr|click\b|style\b|classDef\b|linkStyle\b)/;

/** What begins something over several lines of which nothing is drawn, and what ends it. */
const spans: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*accDescr\s*\{/, /\}/],
  [/^\s*%%\{/, /\}%%/],
];

/** Front matter stands before everything else. */
const frontMatter = /^\s*---\s*$/;

/** A drawing that says how its words look may show them as nothing: white, tiny or not at all. */
const looks =
  /^\s*(?:style|classDef|linkStyle)\b.*\b(?:color|opacity|font(?:-size)?|display|visibility)\s*:|theme(?:CSS|Variables)/i;

/**
 * Markdown in which Mermaid diagrams are left as far as somebody who sees the drawing reads them; one whose words may be
 * drawn as nothing is left out.
 */
export function withoutUnseenDiagrams(text: string, note: (text: string) => void): string {
  if (!/mermaid/i.test(text)) return text;
  const out: string[] = [];
  let open: ReturnType<typeof fenceLine> = null;
  let diagram: string[] | null = null;
  const end = (): void => {
    out.push(...seenOf(diagram ?? [], note));
    diagram = null;
  };
  for (const line of text.split("\n")) {
    const mark: ReturnType<typeof fenceLine> = open === null ? fenceLine(line) : null;
    if (mark !== null) {
      open = mark;
      if (/^\s*mermaid\b/i.test(mark.info)) diagram = [];
    } else if (open !== null && closesFence(open, line)) {
      open = null;
      end();
    } else if (diagram !== null) {
      diagram.push(line);
      continue;
    }
    out.push(line);
  }
  end();
  return out.join("\n");
}

function seenOf(lines: readonly string[], note: (text: string) => void): readonly string[] {
  const isSeen = lines.some((line) => looks.test(line)) ? () => false : seenLines();
  return lines.filter((line) => {
    const seen = isSeen(line);
    if (!seen) note(line);
    return seen;
  });
}

/** Whether something is drawn of a line; asked line by line. */
function seenLines(): (line: string) => boolean {
  let until: RegExp | null = null;
  let isFirst = true;
  return (line) => {
    if (until !== null) {
      if (until.test(line)) until = null;
      return false;
    }
    const begins = isFirst && frontMatter.test(line) ? frontMatter : null;
    if (line.trim() !== "") isFirst = false;
    const [opener, closer] = spans.find(([start]) => start.test(line)) ?? [];
    const ends = closer?.test(opener === undefined ? line : line.replace(opener, "")) === true;
    until = begins ?? (ends ? null : (closer ?? null));
    return begins === null && !undrawn.test(line);
  };
}
