import { codeForModel } from "../../../src/core/model-text.ts";
import { fileURLToPath } from "node:url";
import { scriptedReplies } from "../../../src/cli/demo/scripted-replies.ts";
import { judgeAnswer } from "../../support/judge-answers.ts";
import {
  type MessagesAnswer,
  type MessagesApi,
  type MessagesBody,
  startMessagesApi,
} from "../../support/messages-api.ts";
import { testModelKey } from "../../support/test-settings.ts";
import { runWatched } from "../../support/watched-program.ts";

const bin = fileURLToPath(new URL("../../../bin/twopath.js", import.meta.url));
let api: MessagesApi;

beforeAll(async () => {
  const replies = await scriptedReplies();
  const signal = new AbortController().signal;
  const asked = { role: "user", content: [{ type: "text", text: codeForModel('"id":"RT3"') }] } as const;
  const request = { purpose: "write", system: "", documents: [], messages: [asked], tools: [] } as const;
  const turns: Record<string, MessagesAnswer[]> = {};
  for (const target of ["relay-js", "relay-py"]) {
    turns[target] = [];
    for (let turn = 1; turn <= 20; turn++) {
      const slot = `write/${target}/${String(turn)}`;
      const reply = await replies
        .complete({ ...request, outputSchema: null, maxOutputTokens: 1 }, { signal, slot })
        .catch(() => null);
      if (reply === null) break;
      turns[target].push({ tools: reply.toolUses });
    }
  }
  /** The demo's own script, over HTTP: the turn is told by the conversation, the target by its language. */
  const write = (body: MessagesBody): MessagesAnswer => {
    const target = /reference\/python|\.py\b/.test(JSON.stringify(body.messages[0]))
      ? "relay-py"
      : "relay-js";
    const script = turns[target] ?? [];
    // Asked to mend what it wrote, it leaves the code as it is.
    return script[(body.messages.length - 1) / 2] ?? script.at(-1) ?? { status: 400 };
  };
  /** A second look at what was written: nothing can be told. */
  const look: MessagesAnswer = { text: JSON.stringify({ demands: [] }) };
  const isLook = (body: MessagesBody): boolean =>
    (body.messages[0]?.content[0]?.text ?? "").startsWith("<data");
  const judged = (body: MessagesBody): MessagesAnswer => (isLook(body) ? look : judgeAnswer(body));
  api = await startMessagesApi((body) => (body.tools === undefined ? judged(body) : write(body)));
});

afterAll(() => api.close());

/** The demo with a key in the environment, as a stranger with an account starts it. */
function demo() {
  const variables = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    ANTHROPIC_API_KEY: testModelKey,
    ANTHROPIC_BASE_URL: api.url,
  };
  return runWatched([bin, "demo", "--exit"], { variables });
}

test("with a key the configured model judges and writes, and nothing is called scripted", async () => {
  const { status: code, stdout: output, stderr: errors } = await demo();
  expect(errors).toBe("");
  expect(code).toBe(0);
  expect(output).toContain("ANTHROPIC_API_KEY is set");
  expect(output).not.toContain("scripted");
  // The rules would have asked for a design: the judge of this test says that everything may go straight to code.
  expect(output).toMatch(/OB3 +added +Spec → Code/);
  for (const target of ["relay-spec", "relay-js"]) {
    expect(output).toMatch(new RegExp(`code PR .*${target}#\\d+ +Implement RT3, RT5, RT7`));
  }
}, 90_000);
