import type { Command } from "../command.ts";
import { isEntryPattern, splitWords } from "../words.ts";

export const explain: Command = {
  name: "explain",
  usage: "/explain ID",
  description: "Replies with the whole reasoning for one entry, or for each that a prefix names.",
  permission: "anyone",
  lane: "control",
  needsStore: false,
  examples: ["/explain RTN15a", "/explain RTN15*", '/explain "condition 4.3.2"'],
  parse(rest) {
    const words = splitWords(rest);
    if (words.length === 0 || !words.every(isEntryPattern))
      return { problem: "Write it as `/explain ID`, with an entry's ID." };
    return { name: "explain", ids: words.map(({ text }) => text) };
  },
  plan: (request) => ({ type: "work", request }),
};
