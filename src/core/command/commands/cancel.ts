import type { Command } from "../command.ts";

export const cancel: Command = {
  name: "cancel",
  usage: "/cancel",
  description: "Stops the runs of this pull request.",
  permission: "write",
  lane: "control",
  needsStore: true,
  examples: ["/cancel"],
  parse: (rest) => (rest === "" ? { name: "cancel" } : { problem: "`/cancel` takes nothing after it." }),
  plan: (request) => ({ type: "work", request }),
};
