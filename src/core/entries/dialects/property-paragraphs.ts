import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";

/** `` `name` _type_, _required_ ``: a line that says no more. */
const definition =
  /^(?:\*\*)?`([^`]{1,120})`(?:\*\*)?[\s:,–—-]{0,3}(?:[*_(][^*_()]{1,80}[*_)][\s,;]{0,3}){1,3}$/;
/** Fewer are no list of properties. */
const least = 3;

interface PropertyParagraph {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  readonly heading: number;
}

/** Properties that are told in paragraphs of their own, each with what stands below it up to the next or to a heading. */
export function propertyParagraphs(scan: ScannedSource): PropertyParagraph[] {
  const starts = scan.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || block.item >= 0 || block.quote > 0) return [];
    const name = definition.exec(scan.lines[block.line - 1]?.content.slice(0, 300) ?? "")?.[1];
    return name === undefined ? [] : [{ name, line: block.line, heading: block.heading }];
  });
  if (starts.length < least) return [];
  return starts.map((start, at) => {
    const next = Math.min(
      starts[at + 1]?.line ?? Infinity,
      scan.headings[start.heading + 1]?.line ?? Infinity,
      scan.lines.length + 1,
    );
    let endLine = next - 1;
    while (endLine > start.line && /^(?:blank|rule)$/.test(scan.lines[endLine - 1]?.kind ?? "")) endLine -= 1;
    return { ...start, endLine };
  });
}
