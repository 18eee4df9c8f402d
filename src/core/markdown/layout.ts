import { fenceLine, withFences } from "./fence.ts";

/** Languages in which the white space at the beginning of a line says nothing. */
const braced =
  /^(?:json[5c]?|graphql|xml|html|svg|css|scss|less|sql|jsx?|javascript|tsx?|typescript|java|kotlin|scala|groovy|c|h|cpp|c\+\+|objc|cs|csharp|go|golang|rust|rs|swift|php|dart|proto|protobuf|idl|webidl|bash|sh|shell|zsh|console|powershell|http|diff|mermaid)$/i;
const item = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)\S/;
const tab = 4;

/**
 * The white space that is part of what a text says: how deep each list item stands below the one before, and each line of code
 * in languages that nest by it. How many spaces a step takes is typography.
 */
export function layoutOf(text: string): string {
  if (!/^[ \t]/m.test(text)) return "";
  const depths: number[] = [];
  let items: number[] = [];
  let code: number[] | null = null;
  let isOpen = false;
  for (const { text: line, inFence } of withFences(text)) {
    if (inFence && !isOpen) code = braced.test(languageOf(line)) ? null : [];
    else if (inFence && code !== null && /\S/.test(line)) code = below(code, indentOf(line), 1, depths);
    else if (!inFence) items = itemsAfter(line, items, depths);
    isOpen = inFence;
  }
  return depths.some((depth) => depth > 0) ? depths.join(" ") : "";
}

function languageOf(opening: string): string {
  return /^[\w+-]*/.exec(fenceLine(opening)?.info.trim() ?? "")?.[0] ?? "";
}

function itemsAfter(line: string, items: number[], depths: number[]): number[] {
  const [, lead = "", sign = "", space = ""] = item.exec(line) ?? [];
  if (sign !== "") return below(items, indentOf(lead), sign.length + Math.min(space.length, tab), depths);
  return /^\S/.test(line) ? [] : items;
}

/** The places at which the lines around stand, after one more: at or beyond the content of the last it is one step deeper. */
function below(open: readonly number[], indent: number, content: number, depths: number[]): number[] {
  const around = open.filter((place) => place <= indent);
  depths.push(around.length);
  return [...around, indent + content];
}

function indentOf(line: string): number {
  const lead = /^[ \t]*/.exec(line)?.[0] ?? "";
  return lead.replace(/\t/g, " ".repeat(tab)).length;
}
