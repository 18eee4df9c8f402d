import type { Command } from "../command.ts";

export const help: Command = {
  name: "help",
  usage: "/help",
  description: "Lists the commands.",
  permission: "anyone",
  examples: ["/help"],
  parse: (rest) => (rest === "" ? { name: "help" } : { problem: "`/help` takes nothing after it." }),
};
