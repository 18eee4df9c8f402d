import type { Command, CommandRequest, UsageProblem } from "../command.ts";
import { didYouMean } from "../did-you-mean.ts";
import { isEntryPattern, isTargetName, splitWords } from "../words.ts";

type Generate = Extract<CommandRequest, { name: "generate" }>;

const options = ["--path", "--target", "--dry-run", "--together"];

export const generate: Command = {
  name: "generate",
  usage:
    "/generate [ID… | all] [--path code|design] [--target NAME…] [--together] [--dry-run] [-- note to the model]",
  description:
    "Opens or updates the follow-up pull requests. Without IDs: every changed entry, each by its recommended path.",
  permission: "write",
  examples: [
    "/generate",
    "/generate RTN15a RTL7*",
    "/generate all --path design",
    "/generate RTN15a --target sdk-js",
  ],
  parse(rest) {
    const { options: text, note } = splitNote(rest);
    return read(splitWords(text), note);
  },
};

function splitNote(rest: string): { options: string; note: string | null } {
  const match = /(?:^|\s)--(?:\s+|$)/.exec(rest);
  if (match === null) return { options: rest, note: null };
  const note = rest.slice(match.index + match[0].length).trim();
  return { options: rest.slice(0, match.index), note: note === "" ? null : note };
}

function read(words: readonly string[], note: string | null): Generate | UsageProblem {
  let request: Generate = {
    name: "generate",
    ids: [],
    path: null,
    targets: [],
    dryRun: false,
    together: false,
    note,
  };
  let wanted: "id" | "path" | "target" = "id";
  for (const word of words.flatMap(splitOption)) {
    if (word === "--dry-run") [request, wanted] = [{ ...request, dryRun: true }, "id"];
    else if (word === "--together") [request, wanted] = [{ ...request, together: true }, "id"];
    else if (word === "--path") wanted = "path";
    else if (word === "--target") wanted = "target";
    else if (word.startsWith("-")) return unknownOption(word);
    else if (wanted === "path") {
      const path = word.toLowerCase();
      if (path !== "code" && path !== "design") return { problem: "`--path` takes `code` or `design`." };
      [request, wanted] = [{ ...request, path }, "id"];
    } else if (wanted === "target") {
      if (!isTargetName(word))
        return { problem: "`--target` takes names of targets from the configuration." };
      request = { ...request, targets: [...request.targets, word] };
    } else if (isEntryPattern(word)) request = { ...request, ids: [...request.ids, word] };
    else return { problem: "An entry's ID is made of letters, digits and marks; `*` may stand at its end." };
  }
  if (wanted === "path") return { problem: "`--path` takes `code` or `design`." };
  if (wanted === "target" && request.targets.length === 0)
    return { problem: "`--target` needs the name of a target." };
  return request;
}

function splitOption(word: string): string[] {
  const equals = word.startsWith("--") ? word.indexOf("=") : -1;
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}

function unknownOption(word: string): UsageProblem {
  const near = didYouMean(word, options);
  const hint =
    near === null
      ? `The options are ${options.map((o) => `\`${o}\``).join(", ")}.`
      : `Did you mean \`${near}\`?`;
  return { problem: `There is no such option. ${hint}` };
}
