import { codeSpans, outsideOf } from "./link-parts.ts";

/** Each makes its words a quarter smaller: three deep they can be read, deeper they are a speck. */
const shrinks = /<(\/?)(?:sub|sup|small)(?:\s[^<>]*)?>/gi;
const mostLevels = 3;

/** Markdown without words that are shown too small to be read. Linear in the length. */
export function withoutTinyText(text: string, note: (text: string) => void): string {
  if (!/<(?:sub|sup|small)/i.test(text)) return text;
  let out = "";
  let at = 0;
  let depth = 0;
  for (const { 0: tag, 1: slash, index } of outsideOf(codeSpans(text), text.matchAll(shrinks))) {
    const inside = text.slice(at, index);
    if (depth <= mostLevels) out += inside;
    else if (inside.trim() !== "") note(inside);
    at = index;
    if (slash === "/") depth = Math.max(0, depth - 1);
    else depth += 1;
    out += tag;
    at += tag.length;
  }
  const rest = text.slice(at);
  if (depth > mostLevels) note(rest);
  return depth <= mostLevels ? out + rest : out;
}
