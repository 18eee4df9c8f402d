import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { hasFrontMatter } from "../scan/front-matter.ts";
import { scanSource } from "../scan/scan-source.ts";
import type { ScannedSource } from "../scan/scanned-source.ts";

/**
 * Bounds before parsing. Nested containers cost remark the square of their depth for each line (1,000 levels take minutes);
 * everything else stays near linear. The largest entry of a known spec has 40 KB and nests 6 deep.
 */
export const readBounds = { characters: 100_000, nesting: 24, emphasis: 4000 };

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const fileParser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/**
 * The tree of a text, or null where it is too large or too deep to be parsed in bounded time. Only a text that a file begins
 * with has front matter.
 */
export function parseBounded(
  text: string,
  scan: ScannedSource,
  place: "beginning" | "inside" = "beginning",
): Root | null {
  if (text.length > readBounds.characters || scan.findings.length > 0) return null;
  const isFile = place === "beginning" && hasFrontMatter(text);
  const isOtherwise = !isFile && scan.lines[0]?.kind === "front-matter";
  const read = isOtherwise ? scanSource({ path: "", text: `\n${text}` }) : scan;
  if (isDeep(read) || opensIn(text) > readBounds.emphasis) return null;
  return (isFile ? fileParser : parser).parse(text);
}

function isDeep({ lines, items }: ScannedSource): boolean {
  return lines.some(({ quote, item }) => quote + (items[item]?.depth ?? -1) >= readBounds.nesting);
}

/** Marks that may open a link or an emphasis within one block; their nesting is not bounded by lines. */
function opensIn(text: string): number {
  let most = 0;
  for (const block of text.split(/\n[ \t]*\n/)) most = Math.max(most, block.match(/[[*_~]/g)?.length ?? 0);
  return most;
}
