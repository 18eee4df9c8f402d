import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { judgeBatches, judgeRequest } from "../../src/core/decision/judge-request.ts";
import { askedReview } from "../../src/core/design/asked-review.ts";
import { explainMessage } from "../../src/core/message/reply.ts";
import { reviewComment } from "../../src/core/message/review-comment.ts";
import { mayHoldTestData, maySpecify } from "../../src/core/entries/candidate-file.ts";
import type { SourceFile } from "../../src/core/entries/entry.ts";
import { expectGolden } from "../support/golden.ts";
import { buildCommentContext } from "../support/review.ts";
import { withoutWordsOf } from "../support/without-words-of.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const golden = fileURLToPath(new URL("./golden/comments/", import.meta.url));
const present = existsSync(corpus);
if (!present)
  process.stderr.write(
    "SKIPPED: no corpus beside the checkout, so no comment on real pull requests was compared.\n",
  );

function filesOf(folder: string, wanted: (path: string) => boolean): SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)))
    .filter(wanted)
    .sort();
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** One of each way of writing: code IDs, numbered requirements, scenarios, user stories, acceptance criteria. */
const pairs = [
  { pair: "ably-specification/001-5c2da223", judged: true, said: ["design", "code", "none"] },
  { pair: "open-feature-spec/003-315c375a", judged: true, said: ["code", "none"] },
  { pair: "Fission-AI-OpenSpec/014-3f67debf", judged: false, said: ["code"] },
  {
    pair: "microsoft-CommunityManagement-Sample-Spec-Kit/004-574ed041",
    judged: true,
    said: ["design", "code", "none"],
  },
  { pair: "kingkw1-2Truths-1Lie/004-034e80a9", judged: false, said: ["design", "code", "none"] },
];

/** The spec's own words are left out of the golden files: they are not this project's to publish. */
(present ? test : test.skip).each(pairs)(
  "$pair: comment, explanation and the judge's request",
  ({ pair, judged, said }) => {
    const [base, head] = ["base", "head"].map((side) => join(corpus, pair, side)) as [string, string];
    const baseFiles = filesOf(base, maySpecify);
    const headFiles = filesOf(head, maySpecify);
    const testFiles = filesOf(head, mayHoldTestData);
    const review = askedReview({
      base: "a".repeat(40),
      head: "b".repeat(40),
      baseFiles,
      headFiles,
      testFiles,
      listToJudge: true,
    });
    const sources = [...baseFiles, ...headFiles].map(({ text }) => text);
    const show = (text: string, name: string): void => {
      expectGolden(`${withoutWordsOf(text, sources)}\n`, join(golden, pair.split("/")[0] ?? "", name));
    };
    const context = buildCommentContext();
    show(reviewComment(review, context).body, "comment.md");
    const paths = ["design", "code", "none"] as const;
    const chosen = paths.flatMap((path) =>
      review.recommendations.filter((one) => one.path === path).slice(0, 1),
    );
    expect(chosen.map(({ path }) => path)).toEqual(said);
    show(explainMessage(chosen, review, context), "explain.md");
    if (!judged) return;
    const [first] = judgeBatches(review.toJudge).map((batch) => judgeRequest(batch));
    expect(first).toBeDefined();
    show(JSON.stringify(first, null, 2).replaceAll("\\n", "\n"), "judge-request.txt");
  },
);
