import type { Nodes, Root } from "mdast";
import { parseBounded } from "../read/parse.ts";
import { scanSource } from "../scan/scan-source.ts";
import { withPlainDefinitions } from "./footnote-label.ts";

interface ParsedPage {
  readonly tree: Root;
  /** The text as it was parsed: as long as what was given. */
  readonly source: string;
}

/** What a line is may follow from what another one is; a text that is not settled after so many readings is not read. */
const mostReadings = 4;

/**
 * The tree of a text in which every footnote of GitHub is one for this reader, too (`withPlainDefinitions`), but for what stands in
 * HTML: there no footnote begins. `behind` is parsed with it. Null: it is too tangled.
 */
export function parseWithNotes(
  text: string,
  place: "beginning" | "inside" = "beginning",
  behind: (source: string) => string = () => "",
): ParsedPage | null {
  let source = text.includes("[^") ? withPlainDefinitions(text) : text;
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const whole = source + behind(source);
    const tree = parseBounded(whole, scanSource({ path: "", text: whole }), place);
    if (tree === null || source === text) return tree === null ? null : { tree, source };
    const next = withPlainDefinitions(text, linesOfHtml(tree));
    if (next === source) return { tree, source };
    source = next;
  }
  return null;
}

/** The numbers of the lines on which HTML stands, from 1. */
function linesOfHtml(node: Nodes, found = new Set<number>()): ReadonlySet<number> {
  if (node.type === "html" && node.position !== undefined)
    for (let line = node.position.start.line; line <= node.position.end.line; line += 1) found.add(line);
  if ("children" in node) for (const child of node.children) linesOfHtml(child, found);
  return found;
}
