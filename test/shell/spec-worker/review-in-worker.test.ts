import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { reviewInWorker } from "../../../src/shell/spec-worker/review-in-worker.ts";

const before = [{ path: "spec.md", text: "- `(AB1)` The client must retry three times.\n" }];
const after = [{ path: "spec.md", text: "- `(AB1)` The client must retry four times.\n" }];
const request = { base: "a", head: "b", baseFiles: before, headFiles: after };

test("gives what the review gives on the same thread", async () => {
  expect(await reviewInWorker(request, 20_000)).toEqual(reviewSpecs(request));
});

test("a review that takes too long is stopped and says what to do", async () => {
  await expect(reviewInWorker(request, 1)).rejects.toThrow("Split the largest spec file.");
});

test("the event loop goes on while a hostile file is read", async () => {
  const text = "#### Requirement 1.1\n\n> must\n\n".repeat(30_000);
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const done = reviewInWorker({ ...request, headFiles: [{ path: "spec.md", text }] }, 400).catch(() => null);
  await done;
  clearInterval(pulse);
  // 50 ms are the limit on an idle machine; the test machine may be busy.
  expect(longest).toBeLessThan(250);
});
