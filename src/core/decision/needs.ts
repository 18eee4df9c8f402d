import type { Answer } from "./criterion.ts";
import { against, hasTestData } from "./policy.ts";
import type { Reading } from "./reading.ts";
import { exactNames } from "./reason.ts";

/** What would move an entry to the direct path: one sentence per open point, naming the words, value or code that lacks. */
export function needsOf(answers: readonly Answer[], reading: Reading): readonly string[] {
  const needs = against(answers).flatMap((answer) => (answer.need === undefined ? [] : [answer.need]));
  needs.push(...gaps(reading));
  if (!hasTestData(answers) && reading.fresh.length > 0) needs.push(missingVector(reading));
  return [...new Set(needs)];
}

interface Gap {
  readonly asks: RegExp;
  readonly answered: RegExp;
  readonly need: (words: string) => string;
}

/** Words that call for a value, and what would be that value. Looked for sentence by sentence. */
const known: readonly Gap[] = [
  {
    asks: /(?:throws?|thrown|raises?|raised|returns?|rejects?|fails?|respond|indicate) [^.;\n]{0,40}(?:errors?|exceptions?)(?![a-z])/,
    answered: /\d{3,}|`[^`]*(?:error|exception|code)[^`]*`|errorinfo|same error|the error|[a-z]+exception/i,
    need: (words) => `Say which error: “${words}” names no code or type.`,
  },
  {
    asks: /(?:periodically|regularly|from time to time|after a (?:short |while|delay|period)|grace period|timeout)/,
    answered: /\d|`[^`]*(?:time|interval|period|delay)[^`]*`|timeout (?:option|setting)/i,
    need: (words) => `Give the time: “${words}” has no value.`,
  },
  {
    asks: /(?:optional(?:ly)? (?:argument|parameter|field|property|value|setting)|configurable|defaults? to)/,
    answered: /default|\bnull\b|omitted|undefined|absent|empty/i,
    need: (words) => `Give the default: “${words}” does not say what holds without it.`,
  },
];

function gaps(reading: Reading): string[] {
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

function missingVector(reading: Reading): string {
  const names = exactNames(reading).slice(0, 3);
  if (names.length === 0)
    return `Add a test vector: a given state and the exact result of “${opening(reading)}”.`;
  return `Add a test vector with values for ${names.join(", ")} and the exact result.`;
}

function opening(reading: Reading): string {
  const words = (reading.fresh[0]?.bare ?? "").split(" ");
  return words.length > 8 ? `${words.slice(0, 8).join(" ")}…` : words.join(" ");
}
