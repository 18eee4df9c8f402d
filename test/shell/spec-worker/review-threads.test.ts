import { askedReview } from "../../../src/core/design/asked-review.ts";
import { findSpecs } from "../../../src/core/entries/find-specs.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { createReviewThreads, type ReviewThreads } from "../../../src/shell/spec-worker/review-threads.ts";

const before = [{ path: "spec.md", text: "- `(AB1)` The client must retry three times.\n" }];
const after = [{ path: "spec.md", text: "- `(AB1)` The client must retry four times.\n" }];
const request = { base: "a", head: "b", baseFiles: before, headFiles: after };

let threads: ReviewThreads | undefined;
function threadsWith(deadlineMs: number): ReviewThreads {
  threads = createReviewThreads({ deadlineMs });
  return threads;
}
afterEach(() => threads?.close());

test("gives what the review gives on the same thread, again and again", async () => {
  const { review } = threadsWith(20_000);
  expect(await review(request)).toEqual(askedReview(request));
  expect(await review({ ...request, headFiles: before })).toEqual(
    askedReview({ ...request, headFiles: before }),
  );
});

test("a long review arrives whole and in order", async () => {
  const lines = Array.from(
    { length: 350 },
    (_, i) => `- \`(AB${String(i)})\` The client must try ${String(i)} times.`,
  );
  const long = { ...request, headFiles: [{ path: "spec.md", text: lines.join("\n") }] };
  expect(await threadsWith(20_000).review(long)).toEqual(askedReview(long));
});

test("reviews at once are answered each with its own", async () => {
  const { review } = threadsWith(20_000);
  const [one, other] = await Promise.all([review(request), review({ ...request, headFiles: before })]);
  expect(one.recommendations).toHaveLength(1);
  expect(other.recommendations).toHaveLength(0);
});

test("a review that takes too long is stopped and says what to do; the next one works", async () => {
  const { review } = threadsWith(400);
  const text = "#### Requirement 1.1\n\n> must\n\n".repeat(60_000);
  await expect(review({ ...request, headFiles: [{ path: "spec.md", text }] })).rejects.toThrow(
    "Split the largest spec file.",
  );
});

test("what the review throws is thrown on", async () => {
  const { review } = threadsWith(20_000);
  const parse = { dialects: { "*.md": { pattern: "(" } } };
  await expect(review({ ...request, parse })).rejects.toThrow("The pattern is not valid RE2");
  expect((await review(request)).recommendations).toHaveLength(1);
});

test("more changed entries than anybody could read about are refused at once", async () => {
  const { review } = threadsWith(20_000);
  const text = "- `(AB1)` must\n".repeat(20_001);
  await expect(review({ ...request, headFiles: [{ path: "spec.md", text }] })).rejects.toThrow(
    "This change touches 20001 entries; at most 10000 are reviewed at once. Split it.",
  );
});

test("the specs among files are found as on the same thread", async () => {
  const { specsAmong } = threadsWith(20_000);
  const notes = { path: "notes.md", text: "# Notes\n\nNothing to number here.\n" };
  const rules = { path: "rules.md", text: "- `(AB1)` It must.\n- `(AB2)` It may.\n" };
  expect(await specsAmong([notes, rules])).toEqual(findSpecs([notes, rules]));
  expect((await specsAmong([notes, rules])).map(({ path }) => path)).toEqual(["rules.md"]);
});

test("entries are read as `parseSpec` reads them, those of one request after a review's", async () => {
  const { review, entries } = threadsWith(20_000);
  await review(request);
  const lines = Array.from(
    { length: 250 },
    (_, i) => `- \`(AB${String(i)})\` The client tries ${String(i)} times.`,
  );
  const files = [{ path: "spec.md", text: lines.join("\n") }];
  const whole = parseSpec(files).files.flatMap((file) => file.entries);
  expect(whole).toHaveLength(250);
  expect(await entries(files, {})).toEqual(
    whole.map(({ id, kind, file, line, parent, status, text }) => ({
      ...{ id, kind, file, line, parent, status, text },
    })),
  );
});
