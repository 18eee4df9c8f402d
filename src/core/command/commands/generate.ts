import type { Command, CommandRequest, UsageProblem } from "../command.ts";
import { didYouMean } from "../did-you-mean.ts";
import { isEntryPattern, isTargetName, splitWords, type Word } from "../words.ts";

type Generate = Extract<CommandRequest, { name: "generate" }>;

const options = [
  "--path",
  "--target",
  "--commit",
  "--dry-run",
  "--together",
  "--accept-open",
  "--accept-stale",
];

export const generate: Command = {
  name: "generate",
  usage:
    "/generate [ID… | all] [--path code|design] [--target NAME…] [--commit SHA] [--together] [--accept-open] [--accept-stale] [--dry-run] [-- note to the model]",
  description:
    "Opens or updates the follow-up pull requests. Without IDs: every changed entry, each by its recommended path.",
  permission: "write",
  lane: "work",
  needsStore: false,
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
  plan: (request) => ({ type: "work", request }),
};

function splitNote(rest: string): { options: string; note: string | null } {
  const match = /(?:^|\s)--(?:\s+|$)/.exec(rest);
  if (match === null) return { options: rest, note: null };
  const note = rest.slice(match.index + match[0].length).trim();
  return { options: rest.slice(0, match.index), note: note === "" ? null : note };
}

type Wanted = "id" | "path" | "target" | "commit";

function read(words: readonly Word[], note: string | null): Generate | UsageProblem {
  let request: Generate = { ...nothing, note };
  let wanted: Wanted = "id";
  for (const word of words.flatMap(splitOption)) {
    const next: Read | UsageProblem = isOption(word)
      ? readOption(request, word.text)
      : readValue(request, wanted, word);
    if ("problem" in next) return next;
    ({ request, wanted } = next);
  }
  if (wanted === "path") return { problem: pathValues };
  if (wanted === "commit") return { problem: commitValues };
  if (wanted === "target" && request.targets.length === 0)
    return { problem: "`--target` needs the name of a target." };
  return request;
}

interface Read {
  readonly request: Generate;
  /** What the next word is. */
  readonly wanted: Wanted;
}

const nothing: Generate = {
  name: "generate",
  ids: [],
  path: null,
  targets: [],
  dryRun: false,
  together: false,
  acceptOpen: false,
  commit: null,
  note: null,
};
const commitValues =
  "`--commit` takes the commit that you looked at: the whole id, or at least 20 digits of it.";
const pathValues = "`--path` takes `code` or `design`.";

function isOption({ text, quoted }: Word): boolean {
  return !quoted && text.startsWith("-");
}

function readOption(request: Generate, option: string): Read | UsageProblem {
  switch (option) {
    case "--dry-run":
      return { request: { ...request, dryRun: true }, wanted: "id" };
    case "--together":
      return { request: { ...request, together: true }, wanted: "id" };
    case "--accept-open":
      return { request: { ...request, acceptOpen: true }, wanted: "id" };
    case "--accept-stale":
      return { request: { ...request, acceptStale: true }, wanted: "id" };
    case "--path":
      return { request, wanted: "path" };
    case "--target":
      return { request, wanted: "target" };
    case "--commit":
      return { request, wanted: "commit" };
    default:
      return unknownOption(option);
  }
}

function readValue(request: Generate, wanted: Wanted, word: Word): Read | UsageProblem {
  const { text } = word;
  if (wanted === "path") {
    const path = text.toLowerCase();
    if (path !== "code" && path !== "design") return { problem: pathValues };
    return { request: { ...request, path }, wanted: "id" };
  }
  if (wanted === "commit") {
    const commit = text.toLowerCase();
    if (!/^[0-9a-f]{20,64}$/.test(commit)) return { problem: commitValues };
    return { request: { ...request, commit }, wanted: "id" };
  }
  if (wanted === "target") {
    if (!isTargetName(word)) return { problem: "`--target` takes names of targets from the configuration." };
    return { request: { ...request, targets: [...request.targets, text] }, wanted };
  }
  if (isEntryPattern(word)) return { request: { ...request, ids: [...request.ids, text] }, wanted };
  return { problem: "An entry's ID is made of letters, digits and marks; `*` may stand at its end." };
}

function splitOption(word: Word): Word[] {
  const equals = isOption(word) ? word.text.indexOf("=") : -1;
  if (equals < 0) return [word];
  return [
    { text: word.text.slice(0, equals), quoted: false },
    { text: word.text.slice(equals + 1), quoted: false },
  ];
}

function unknownOption(word: string): UsageProblem {
  const near = didYouMean(word, options);
  const hint =
    near === null
      ? `The options are ${options.map((o) => `\`${o}\``).join(", ")}.`
      : `Did you mean \`${near}\`?`;
  return { problem: `There is no such option. ${hint}` };
}
