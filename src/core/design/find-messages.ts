import type { Sentence } from "./sentences.ts";

/** One message from one part to another, both named by the sentence. */
export interface Message {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly id: string;
}

const part =
  "(client(?: library)?|server|service|sdk|library|broker|provider|consumer|producer|publisher|subscriber|registry|host|receiver|sender|gateway|proxy|worker|scheduler|backend|frontend|browser|agent|application|orchestrator|controller)";
const sends = new RegExp(
  `\\b${part}s?\\b[^.;,\`]{0,40}\\b(?:sends?|emits?|publishes|publish|issues?|forwards?|posts?) (?:an? |the |one )?\`([^\`]{1,60})\`[^.;,]{0,60}?\\bto (?:the |an? |its )?${part}\\b`,
  "i",
);
const receives = new RegExp(
  `\\b${part}s?\\b[^.;,\`]{0,40}\\breceives? (?:an? |the |one )?\`([^\`]{1,60})\`[^.;,]{0,60}?\\bfrom (?:the |an? |its )?${part}\\b`,
  "i",
);

/** Messages of which the text says who sends them to whom; anything less is not drawn. */
export function findMessages(sentences: readonly Sentence[]): readonly Message[] {
  const found = new Map<string, Message>();
  for (const { id, text } of sentences) {
    if (/\b(?:not|never)\b/i.test(text)) continue;
    const sent = sends.exec(text);
    const received = receives.exec(text);
    for (const one of [message(sent, 1, 3, id), message(received, 3, 1, id)]) {
      if (one !== null && one.from !== one.to) found.set(JSON.stringify([one.from, one.to, one.what]), one);
    }
  }
  return [...found.values()];
}

function message(match: RegExpExecArray | null, from: number, to: number, id: string): Message | null {
  if (match === null) return null;
  return { from: partName(match[from]), to: partName(match[to]), what: match[2] ?? "", id };
}

function partName(word = ""): string {
  return word.toLowerCase() === "client library" ? "client" : word.toLowerCase();
}
