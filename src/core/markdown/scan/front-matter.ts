import type { RawLine } from "./scan-leaf.ts";
import { structurePrefix } from "./scan-line.ts";

/**
 * Whether a text begins with front matter that `---` closes. A parser that looks for front matter where none ends takes the
 * marks of all lists and quotes up to the end for text.
 */
export function hasFrontMatter(text: string): boolean {
  if (!/^\ufeff?---/.test(text)) return false;
  const [first = "", ...rest] = text.split(/\r\n|\n|\r/);
  return /^\ufeff?---[ \t]*$/.test(first) && rest.some((line) => /^---[ \t]*$/.test(line));
}

/** The lines of YAML front matter, its marks included; none when the first line opens none or nothing closes it. */
export function frontMatter(texts: readonly string[]): RawLine[] {
  if (texts[0]?.trimEnd() !== "---") return [];
  const close = texts.findIndex(
    (text, i) => i > 0 && i < structurePrefix && /^(?:---|\.\.\.)\s*$/.test(text),
  );
  const place = { indent: 0, quote: 0, item: -1, setext: 0, tableFrom: false } as const;
  return texts.slice(0, close + 1).map((text, i) => {
    return { ...place, text, kind: "front-matter", content: text, continues: i > 0 };
  });
}
