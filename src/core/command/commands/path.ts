import type { Command, CommandRequest, UsageProblem } from "../command.ts";
import { isEntryPattern, splitWords, type Word } from "../words.ts";

const paths = ["code", "design", "none", "auto"] as const;

export const path: Command = {
  name: "path",
  usage: "/path ID… code|design|none|auto [because …]",
  description: "Decides an entry's path instead of the recommendation; `auto` takes the decision back.",
  permission: "write",
  lane: "work",
  needsStore: true,
  examples: ["/path RTN15a design because the retry order is shared", "/path RTN15a auto"],
  parse(rest) {
    const because = /\sbecause\s/i.exec(rest);
    const words = splitWords(because === null ? rest : rest.slice(0, because.index));
    const reason = because === null ? "" : rest.slice(because.index + because[0].length).trim();
    return read(words, reason === "" ? null : reason);
  },
  plan: (request) => ({ type: "work", request }),
};

function read(words: readonly Word[], because: string | null): CommandRequest | UsageProblem {
  const chosen = paths.find((name) => name === words.at(-1)?.text.toLowerCase());
  const ids = words.slice(0, -1);
  if (chosen === undefined || ids.length === 0 || !ids.every(isEntryPattern)) {
    return { problem: `Write it as \`${path.usage}\`.` };
  }
  return { name: "path", ids: ids.map(({ text }) => text), path: chosen, because };
}
