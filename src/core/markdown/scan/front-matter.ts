import type { RawLine } from "./scan-leaf.ts";
import { structurePrefix } from "./scan-line.ts";

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
