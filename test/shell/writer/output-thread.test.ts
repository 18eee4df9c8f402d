import { monitorEventLoopDelay } from "node:perf_hooks";
import { onOutputThread } from "../../../src/shell/writer/output-thread.ts";
import { parseCheck } from "../../../src/shell/writer/parse-check.ts";

/** As `event-loop.test.ts`: on the event loop itself these texts take seconds. */
const limitMs = 600;

async function held(work: () => Promise<unknown>): Promise<number> {
  await parseCheck("warm.yml", "a: 1\n");
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  await work();
  loop.disable();
  return loop.max / 1e6;
}

const document = "---\nstatus: draft\n---\n\n# A\n\n## Open questions\n\n1. How long?\n";
const revise = (text: string) => () =>
  onOutputThread({ revise: { document, edits: [{ old_text: "How long?", new_text: text }], known: [] } });

test.each<readonly [string, () => Promise<unknown>]>([
  ["YAML that nests", () => parseCheck("a.yml", `${"- ".repeat(20_000)}a\n`)],
  ["YAML of flows", () => parseCheck("a.yml", `${"[".repeat(60_000)}\n`)],
  ["Ruby that lists words", () => parseCheck("a.rb", `${"%w(".repeat(40_000)}\n`)],
  ["a page of nested lists", revise(`\n${"- ".repeat(4_000)}a\n`)],
  ["a page of nested quotes", revise(`\n${"> ".repeat(8_000)}a\n`)],
])(
  "M7: %s from a model leaves the event loop alone",
  async (_, work) => {
    expect(await held(work)).toBeLessThan(limitMs);
  },
  60_000,
);

test("what comes after is answered as ever", async () => {
  expect(await parseCheck("a.json", "{")).toBe("it is not valid JSON");
  const answer = await revise("Ten.")();
  expect(answer).toMatchObject({ value: { text: document.replace("How long?", "Ten.") } });
});
