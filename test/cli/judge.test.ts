import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judgeAnswer } from "../support/judge-answers.ts";
import { type MessagesApi, startMessagesApi } from "../support/messages-api.ts";
import { testModelKey } from "../support/test-settings.ts";
import { runWatched } from "../support/watched-program.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
let api: MessagesApi;
let clone: string;

function commit(text: string): void {
  writeFileSync(join(clone, "spec.md"), text);
  for (const args of [
    ["add", "."],
    ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "spec"],
  ])
    execFileSync("git", ["-C", clone, ...args]);
}

beforeAll(async () => {
  api = await startMessagesApi((body) => judgeAnswer(body));
  clone = mkdtempSync(join(tmpdir(), "judge-"));
  execFileSync("git", ["init", "-q", "-b", "main", clone]);
  commit("- `(SE1)` Sending:\n");
  commit(
    "- `(SE1)` Sending:\n  - `(SE1a)` The client waits an appropriate time, as far as is practical on the platform.\n",
  );
});

afterAll(async () => {
  await api.close();
  rmSync(clone, { recursive: true, force: true });
});

/** Not synchronous: the endpoint answers from this process. */
async function twopath(command: string, ...args: string[]) {
  const [PATH, HOME] = [process.env["PATH"], process.env["HOME"]];
  const variables = { PATH, HOME, ANTHROPIC_API_KEY: testModelKey, ANTHROPIC_BASE_URL: api.url };
  const words = [bin, command, ...args, "--repo", clone, "--base", "HEAD~1"];
  const { status, stdout, stderr } = await runWatched(words, { variables });
  return { code: status, out: stdout, err: stderr };
}

test("review --judge prints what the model judged, and on standard error what it did and cost", async () => {
  const rules = await twopath("review");
  expect(rules.out).toMatch(/SE1a +added +Spec → Design → Code/);
  const judged = await twopath("review", "--judge");
  expect(judged).toMatchObject({ code: 0, err: "A model judged 1 entry, for $0.00.\n" });
  expect(judged.out).toMatch(/SE1a +added +Spec → Code/);
});

test("--show-request prints exactly what --judge sends, and sends nothing", async () => {
  const before = api.sent.length;
  const { out } = await twopath("review", "--show-request");
  expect(api.sent).toHaveLength(before);
  expect(out).not.toContain(testModelKey);
  await twopath("review", "--judge");
  const { stream, ...sent } = api.sent.at(-1)!.body as unknown as Record<string, unknown>;
  expect(stream).toBe(true);
  expect(JSON.parse(out)).toEqual([sent]);
});

test("explain --judge says that a model judged", async () => {
  const { code, out } = await twopath("explain", "SE1a", "--judge");
  expect(code).toBe(0);
  expect(out).toContain("Judged by a model, whose quotes were found in the spec");
});

test("with a wrong key the rules stand, and standard error says what to do", async () => {
  const { answer } = api;
  api.answer = () => ({ status: 401 });
  const { code, out, err } = await twopath("review", "--judge");
  api.answer = answer;
  expect(code).toBe(0);
  expect(out).toMatch(/SE1a +added +Spec → Design → Code/);
  expect(err).toBe(
    "The model refused the key: the operator has to set a valid ANTHROPIC_API_KEY.\n" +
      "For 1 entry the rules' answer stands: the model could not be reached.\n",
  );
});
