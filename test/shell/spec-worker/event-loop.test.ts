import { monitorEventLoopDelay } from "node:perf_hooks";
import { createReviewThreads } from "../../../src/shell/spec-worker/review-threads.ts";

const repeat = (piece: string): string => piece.repeat(Math.ceil(1_048_576 / piece.length));
const numbered = Array.from(
  { length: 12_000 },
  (_, i) => `- \`(AB${String(i)})\` The client must wait ${String(i)} times as \`AB0\` does.`,
).join("\n");
const texts: Record<string, string> = {
  "quotes without end": repeat("> "),
  "one heading after the other": repeat("# a\n"),
  "one ID after the other": repeat("- `(AB1)` must\n"),
  "twelve thousand new entries": numbered,
  "bold IDs": repeat("**FR-001**: a\n"),
  tables: repeat("|a|b|\n|---|---|\n"),
};

/** Most of it is the machine's share: on the event loop itself these texts would take seconds. `npm run bench -- webhook` measures. */
const limitMs = 600;

test.each(Object.entries(texts))("webhooks are answered while %s are read", async (_, text) => {
  const { review, close } = createReviewThreads({ deadlineMs: 3_000 });
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const base = [{ path: "specs/a.md", text: "# Nothing yet\n" }];
  const request = { base: "a", head: "b", baseFiles: base, headFiles: [{ path: "specs/a.md", text }] };
  loop.enable();
  // A refusal is as good: it must only leave the loop alone.
  await review(request).catch(() => null);
  loop.disable();
  close();
  expect(loop.max / 1e6).toBeLessThan(limitMs);
});
