import type { Command } from "../command.ts";

export const retry: Command = {
  name: "retry",
  usage: "/retry",
  description: "Tries the failed runs of this pull request again.",
  permission: "write",
  lane: "work",
  needsStore: true,
  examples: ["/retry"],
  parse: (rest) => (rest === "" ? { name: "retry" } : { problem: "`/retry` takes nothing after it." }),
  plan: (request) => ({ type: "work", request }),
};
