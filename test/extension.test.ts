import { criteria } from "../src/core/decision/criteria.ts";
import type { Criterion } from "../src/core/decision/criterion.ts";
import { type Claim, readJudgeReply } from "../src/core/decision/judge-reply.ts";
import { judgeBatches, judgeRequest } from "../src/core/decision/judge-request.ts";
import { reviewSpecs } from "../src/core/decision/review-specs.ts";
import { parseCommands } from "../src/core/command/parse-commands.ts";
import type { Command } from "../src/core/command/command.ts";
import { commands } from "../src/core/command/commands/index.ts";
import type { Dialect } from "../src/core/entries/dialect.ts";
import { dialects } from "../src/core/entries/dialects/index.ts";
import { diffSpecs } from "../src/core/entries/diff-specs.ts";
import { parseSpec } from "../src/core/entries/parse-spec.ts";
import { explainMessage, helpMessage } from "../src/core/message/reply.ts";
import { buildCommentContext } from "./support/review.ts";
import { entryOf } from "./support/spec-builders.ts";

/** What a contributor writes into a file of its own. */
const wave: Command<"wave"> = {
  name: "wave",
  usage: "/wave",
  description: "Answers.",
  permission: "anyone",
  lane: "control",
  needsStore: false,
  examples: ["/wave"],
  parse: (rest) => (rest === "" ? "wave" : { problem: "`/wave` takes nothing after it." }),
  plan: () => ({ type: "answer", text: "hello" }),
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
  listed<Command<unknown>>(commands, wave);

  it("is read, answered, helped with and suggested", () => {
    const [found] = parseCommands("/wave");
    expect(found?.type === "command" && found.plan({ commands })).toEqual({ type: "answer", text: "hello" });
    expect(parseCommands("/wave now")).toMatchObject([
      { type: "problem", problem: "`/wave` takes nothing after it." },
    ]);
    expect(parseCommands("/wavy")).toMatchObject([{ type: "unknown", suggestion: "wave" }]);
    expect(helpMessage(commands)).toContain("| `/wave` | anyone | Answers. |");
  });
});

/** What a contributor writes into a file of its own. */
const money: Criterion = {
  id: "money-moves",
  title: "Money changes hands",
  role: "design",
  judged: { words: "who pays, and when" },
  families: [
    {
      kind: "money-moves",
      need: "Say who pays what, for “{words}”.",
      weight: 2,
      source: "the accountants",
      terms: "refund|refunds|charge*",
    },
  ],
};

describe("a kind of reason is one file and one line", () => {
  const reviewed = (claims?: ReadonlyMap<string, Claim>) => {
    const file = (text: string) => [{ path: "spec.md", text: `# Tickets\n\n- \`(TK1)\` ${text}\n` }];
    return reviewSpecs({
      ...{ base: "a".repeat(40), head: "b".repeat(40), listToJudge: true },
      ...{ baseFiles: file("A ticket has 5 seats."), headFiles: file("A late guest refunds charged seats.") },
      ...(claims === undefined ? {} : { claims }),
    });
  };

  it("is silent where it is not in the list", () => {
    expect(reviewed().recommendations[0]?.path).toBe("code");
  });

  describe("in the list", () => {
    listed(criteria, money);

    it("calls for a design, and says so in the comment's words", () => {
      const review = reviewed();
      expect(review.recommendations[0]).toMatchObject({ path: "design", reason: "“refunds”" });
      const explained = explainMessage(review.recommendations, review, buildCommentContext());
      expect(explained).toContain("- “refunds”, in “");
      expect(review.recommendations[0]?.needs).toEqual(["Say who pays what, for “refunds”."]);
    });

    it("is told to the judge, whose claim by it counts", () => {
      const { toJudge } = reviewed();
      const [batch = []] = judgeBatches(toJudge);
      const request = judgeRequest(batch);
      expect(request.system).toContain(', "money-moves" (who pays, and when).');
      expect(JSON.stringify(request.outputSchema)).toContain('"money-moves"');
      const reason = { kind: "money-moves", quote: "refunds charged seats", settle: "Name the payer." };
      const said = {
        quote: "refunds",
        work: "yes",
        nothing: "",
        open: "Who pays?",
        path: "design",
        because: "Who pays.",
      };
      const reply = JSON.stringify({ entries: [{ entry: 1, ...said, reasons: [reason] }] });
      const judged = reviewed(readJudgeReply(reply, batch) ?? new Map());
      expect(judged.recommendations[0]).toMatchObject({ path: "design", decidedBy: "model" });
      expect(judged.recommendations[0]?.criteria[0]).toMatchObject({ id: "money-moves", verdict: "yes" });
    });
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
