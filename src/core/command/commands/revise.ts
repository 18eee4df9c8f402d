import type { Command } from "../command.ts";

export const revise: Command = {
  name: "revise",
  usage: "/revise <instructions>",
  description: "On a follow-up pull request: changes it as told, by a new commit.",
  permission: "write",
  lane: "work",
  needsStore: true,
  examples: ["/revise name the option after the one in RTL7c"],
  parse(rest) {
    if (rest === "") return { problem: "Say what to change: `/revise <instructions>`." };
    return { name: "revise", instructions: rest };
  },
  plan: (request) => ({ type: "work", request }),
};
