import type { Reading } from "./reading.ts";

interface Gap {
  readonly asks: RegExp;
  readonly answered: RegExp;
  readonly need: (words: string) => string;
}

/** Words that call for a value, and what would be that value. Looked for sentence by sentence. */
const known: readonly Gap[] = [
  {
    asks: /(?:throws?|thrown|raises?|raised|returns?|rejects?|fails?|respond|indicate) [^.;\n]{0,40}(?:errors?|exceptions?)(?![a-z])/,
    answered:
      /\d{3}|`[^`]{0,60}(?:error|exception|code)[^`]{0,60}`|errorinfo|same error|the error|[a-z]exception/i,
    need: (words) => `Say which error: “${words}” names no code or type.`,
  },
  {
    asks: /(?:periodically|regularly|from time to time|after a (?:short |while|delay|period)|grace period|timeout)/,
    answered: /\d|`[^`]{0,60}(?:time|interval|period|delay)[^`]{0,60}`|timeout (?:option|setting)/i,
    need: (words) => `Give the time: “${words}” has no value.`,
  },
  {
    asks: /(?:optional(?:ly)? (?:argument|parameter|field|property|value|setting)|configurable|defaults? to)/,
    answered: /default|\bnull\b|omitted|undefined|absent|empty/i,
    need: (words) => `Give the default: “${words}” does not say what holds without it.`,
  },
];

/** Which values the change calls for and does not give: an error without a code, a time without a figure, no default. */
export function gapsIn(reading: Reading): readonly string[] {
  const found: string[] = [];
  for (const gap of known) {
    for (const passage of reading.fresh) {
      if (passage.inFence) continue;
      const words = gap.asks.exec(passage.bare)?.[0];
      if (words === undefined || gap.answered.test(passage.span.quote)) continue;
      found.push(gap.need(words));
      break;
    }
  }
  return found;
}
