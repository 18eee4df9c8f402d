import type { Command } from "../command.ts";

export const status: Command = {
  name: "status",
  usage: "/status",
  description: "Lists the runs of this pull request.",
  permission: "anyone",
  lane: "control",
  needsStore: true,
  examples: ["/status"],
  parse: (rest) => (rest === "" ? { name: "status" } : { problem: "`/status` takes nothing after it." }),
  plan: (request) => ({ type: "work", request }),
};
