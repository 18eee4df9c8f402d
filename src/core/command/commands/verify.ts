import type { Command } from "../command.ts";
import { isEntryPattern, splitWords } from "../words.ts";

export const verify: Command = {
  name: "verify",
  usage: "/verify [ID…]",
  description:
    "On a pull request with code: has each demand of its entries looked up in code and tests, and judged by the model where one is configured.",
  permission: "write",
  lane: "work",
  needsStore: false,
  examples: ["/verify", "/verify RTN15a RTN15b"],
  parse(rest) {
    const words = splitWords(rest);
    if (!words.every(isEntryPattern))
      return { problem: "Write it as `/verify`, or as `/verify ID…` with entries' IDs." };
    return { name: "verify", ids: words.map(({ text }) => text) };
  },
  plan: (request) => ({ type: "work", request }),
};
