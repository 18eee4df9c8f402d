import type { Command, CommandFacts, CommandPlan, UsageProblem } from "./command.ts";
import { commands } from "./commands/index.ts";
import { didYouMean } from "./did-you-mean.ts";
import { commandLines } from "./mask.ts";

export type ParsedCommand =
  | {
      readonly type: "command";
      readonly line: number;
      readonly command: Command<unknown>;
      /** As the command's own `parse` gave it. */
      readonly request: unknown;
      readonly plan: (facts: CommandFacts) => CommandPlan;
    }
  /** One of our commands, written wrongly. */
  | {
      readonly type: "problem";
      readonly line: number;
      readonly command: Command<unknown>;
      readonly problem: string;
    }
  /** Not a command of ours, but one letter from one; anything farther is another bot's and no concern of ours. */
  | { readonly type: "unknown"; readonly line: number; readonly name: string; readonly suggestion: string };

/** Further commands of one comment are ignored: nobody writes that many by hand. */
const maxCommands = 20;

/** The commands of a comment, in order. Bodies are GitHub's (at most 65,536 characters); anything else is cut there. */
export function parseCommands(body: string): ParsedCommand[] {
  if (!body.includes("/")) return [];
  const found: ParsedCommand[] = [];
  for (const { line, text } of commandLines(body.slice(0, 65_536))) {
    const match = /^\/([A-Za-z][A-Za-z-]{0,30})(?![^\s])(.*)$/.exec(text);
    if (match === null) continue;
    const parsed = parseLine(line, match[1] ?? "", straighten(match[2] ?? ""));
    if (parsed !== null) found.push(parsed);
    if (found.length === maxCommands) break;
  }
  return found;
}

function parseLine(line: number, name: string, rest: string): ParsedCommand | null {
  const command = commands.find((candidate) => candidate.name === name.toLowerCase());
  if (command === undefined) {
    const suggestion = didYouMean(
      name,
      commands.map((candidate) => candidate.name),
      1,
    );
    return suggestion === null ? null : { type: "unknown", line, name, suggestion };
  }
  const request = command.parse(rest);
  if (isProblem(request)) return { type: "problem", line, command, problem: request.problem };
  return { type: "command", line, command, request, plan: (facts) => command.plan(request, facts) };
}

function isProblem(request: unknown): request is UsageProblem {
  return typeof request === "object" && request !== null && "problem" in request;
}

/** Phones turn `--` into a dash. */
function straighten(rest: string): string {
  return rest.replace(/(^|\s)[–—](?=[a-z])/g, "$1--").trim();
}
