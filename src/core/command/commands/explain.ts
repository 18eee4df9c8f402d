import type { Command } from "../command.ts";
import { isEntryPattern, splitWords } from "../words.ts";

export const explain: Command = {
  name: "explain",
  usage: "/explain ID",
  description: "Replies with the whole reasoning for one entry.",
  permission: "anyone",
  examples: ["/explain RTN15a"],
  parse(rest) {
    const words = splitWords(rest);
    const id = words.length === 1 ? words[0] : undefined;
    if (id === undefined || !isEntryPattern(id))
      return { problem: "Write it as `/explain ID`, with one entry's ID." };
    return { name: "explain", id };
  },
};
