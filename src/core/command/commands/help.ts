import { helpMessage } from "../../message/reply.ts";
import type { Command } from "../command.ts";

export const help: Command<"help"> = {
  name: "help",
  usage: "/help",
  description: "Lists the commands.",
  permission: "anyone",
  lane: "control",
  needsStore: false,
  examples: ["/help"],
  parse: (rest) => (rest === "" ? "help" : { problem: "`/help` takes nothing after it." }),
  plan: (_, { commands }) => ({ type: "answer", text: helpMessage(commands) }),
};
