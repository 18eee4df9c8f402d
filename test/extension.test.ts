import { parseCommands } from "../src/core/command/parse-commands.ts";
import type { Command } from "../src/core/command/command.ts";
import { commands } from "../src/core/command/commands/index.ts";
import type { Dialect } from "../src/core/entries/dialect.ts";
import { dialects } from "../src/core/entries/dialects/index.ts";
import { diffSpecs } from "../src/core/entries/diff-specs.ts";
import { parseSpec } from "../src/core/entries/parse-spec.ts";
import { helpMessage } from "../src/core/message/reply.ts";
import { entryOf } from "./support/spec-builders.ts";

/** What a contributor writes into a file of its own. */
const ping: Command<"ping"> = {
  name: "ping",
  usage: "/ping",
  description: "Answers.",
  permission: "anyone",
  lane: "control",
  needsStore: false,
  examples: ["/ping"],
  parse: (rest) => (rest === "" ? "ping" : { problem: "`/ping` takes nothing after it." }),
  plan: () => ({ type: "answer", text: "pong" }),
};

const wanted = /^@\d+@ /;
const numbered: Dialect = {
  name: "numbered",
  example: "@12@ The queue MUST be empty.",
  describes: "Lines such as `@12@ The queue MUST be empty.`",
  recognises: ({ text }) => (text.split("\n").some((line) => wanted.test(line)) ? 0.9 : 0),
  entries: ({ path, text }) => ({
    findings: [],
    entries: text.split("\n").flatMap((line, index) =>
      wanted.test(line)
        ? [
            entryOf(line.replace(wanted, ""), {
              id: line.slice(0, line.indexOf(" ")),
              file: path,
              line: index + 1,
            }),
          ]
        : [],
    ),
  }),
};

/** The one line in a list, for as long as the tests run. */
function listed<T>(list: readonly T[], one: T): void {
  beforeAll(() => {
    (list as T[]).push(one);
  });
  afterAll(() => {
    (list as T[]).pop();
  });
}

describe("a command is one file and one line", () => {
  listed<Command<unknown>>(commands, ping);

  it("is read, answered, helped with and suggested", () => {
    const [found] = parseCommands("/ping");
    expect(found?.type === "command" && found.plan({ commands })).toEqual({ type: "answer", text: "pong" });
    expect(parseCommands("/ping now")).toMatchObject([
      { type: "problem", problem: "`/ping` takes nothing after it." },
    ]);
    expect(parseCommands("/pong")).toMatchObject([{ type: "unknown", suggestion: "ping" }]);
    expect(helpMessage(commands)).toContain("| `/ping` | anyone | Answers. |");
  });
});

describe("a dialect is one file and one line", () => {
  listed(dialects, numbered);

  it("is detected, and its entries are compared", () => {
    const spec = (text: string) => parseSpec([{ path: "spec.md", text }]);
    const before = spec("@12@ The queue MUST be empty.\n@13@ It ends.\n");
    const after = spec("@12@ The queue MUST hold 5 items.\n@13@ It ends.\n");
    expect(after.files[0]).toMatchObject({ dialect: "numbered", confidence: 0.9 });
    expect(diffSpecs(before, after).map(({ id, kind }) => [id, kind])).toEqual([["@12@", "modified"]]);
  });
});
