import { monitorEventLoopDelay } from "node:perf_hooks";
import { traceIndex } from "../../../src/core/trace/trace-index.ts";
import { UserError } from "../../../src/core/user-error.ts";
import { createReviewThreads } from "../../../src/shell/spec-worker/review-threads.ts";

test("a target's code is traced as by the function itself", async () => {
  const files = [
    { path: "src/a.ts", text: "// RTN1 and AB2\n// RTN1\n" },
    { path: "test/a.test.ts", text: 'test("RTN1", () => {});\n' },
  ];
  const { trace, close } = createReviewThreads();
  const tag = { pattern: "// ID" };
  expect(await trace({ files, tag, testFolders: ["test"] })).toEqual(traceIndex(files, tag, ["test"]));
  close();
});

test("H5: a pattern that takes its time ends with its thread, and the event loop goes on meanwhile", async () => {
  const files = Array.from({ length: 48 }, (_, at) => ({
    path: `src/${String(at)}.ts`,
    text: `${"a".repeat(1_000)}\n`.repeat(500),
  }));
  const { trace, close } = createReviewThreads({ deadlineMs: 1_000 });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const traced = trace({ files, tag: { pattern: "// ID", found: "((a?){40}a{40})" }, testFolders: [] });
  await expect(traced).rejects.toThrow(UserError);
  await expect(traced).rejects.toThrow(/target's code took more than 1 s/);
  loop.disable();
  close();
  // As in event-loop.test.ts: most of it is the machine's share.
  expect(loop.max / 1e6).toBeLessThan(600);
});
