import { fileURLToPath } from "node:url";
import { reviewComment } from "../../../src/core/message/review-comment.ts";
import { expectGolden } from "../../support/golden.ts";
import { buildCommentContext, buildRecommendation, buildReview } from "../../support/review.ts";

function golden(name: string): string {
  return fileURLToPath(new URL(`golden/${name}.md`, import.meta.url));
}

const typical = buildReview([
  buildRecommendation({
    id: "MSG4a",
    kind: "modified",
    path: "code",
    before: "The client retries after `5` seconds.",
    after: "The client retries after `10` seconds, at most three times.",
    hasTestData: true,
    workPackage: "msg4",
    criteria: [
      {
        id: "deterministic",
        verdict: "yes",
        because: "One input has one outcome",
        evidence: [{ file: "spec/features.md", line: 12, endLine: 12, quote: "retries after `10` seconds" }],
      },
    ],
  }),
  buildRecommendation({
    id: "MSG5",
    kind: "added",
    path: "design",
    after: "The connection and the channel share one queue of messages.",
    line: 20,
    reason: "several components share state",
    needs: ["say which of them owns the queue"],
    workPackage: "msg5",
  }),
  buildRecommendation({
    id: "MSG6",
    kind: "editorial",
    path: "none",
    after: "Text.",
    line: 30,
    reason: "wording only",
  }),
]);

test("a typical pull request", () => {
  const context = buildCommentContext({
    hasTargets: true,
    citedIn: new Map([["MSG4a", [{ target: "sdk-js", lines: 3 }]]]),
  });
  const { body, overflow } = reviewComment(typical, context);
  expect(overflow).toBeNull();
  expectGolden(`${body}\n`, golden("review-typical"));
});

test("what the row of an entry quotes is no hygiene line of its own", () => {
  const finding = (id: string, words: string) => ({
    rule: "vague-word",
    id,
    file: "spec/features.md",
    line: 20,
    message: `${id} says "${words}" where a value is expected; say which.`,
  });
  const review = {
    ...buildReview([
      buildRecommendation({
        id: "MSG5",
        kind: "added",
        path: "design",
        after: "A.",
        reason: "“proper delay”",
      }),
      buildRecommendation({ id: "MSG6", kind: "added", path: "code", after: "B.", reason: "" }),
    ]),
    findings: [finding("MSG5", "a proper delay"), finding("MSG6", "an adequate timeout")],
  };
  const { body } = reviewComment(review, buildCommentContext({}));
  expect(body).not.toContain("a proper delay");
  expect(body).toContain("an adequate timeout");
});

test.each([1, 60, 566, 3_000])(
  "R24: %i entries: nothing exceeds a limit and every entry is named",
  (count) => {
    const many = Array.from({ length: count }, (_, index) =>
      buildRecommendation({
        id: `RTN${index}a`,
        kind: "modified",
        path: index % 3 === 0 ? "design" : index % 7 === 0 ? "none" : "code",
        before: "Text before. ".repeat(20),
        after: "Text after. ".repeat(20),
        line: index + 1,
        reason: "deterministic, fully specified, but no test data in the repository today",
        workPackage: `package-${Math.floor(index / 3)}`,
      }),
    );
    const { body, overflow } = reviewComment(buildReview(many), buildCommentContext());
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect((overflow?.summary ?? "").length).toBeLessThanOrEqual(65_535);
    expect((overflow?.text ?? "").length).toBeLessThanOrEqual(65_535);
    const all = [body, overflow?.summary, overflow?.text].join("\n");
    for (const { change } of many) expect(all).toContain(change.id);
    if (overflow !== null)
      expect(body).toContain("[check run twopath](https://github.com/acme/spec/pull/7/checks)");
  },
);

test("what is to be taken back has a list of its own, with the targets that cite it; what is not judged says so", () => {
  const gone = {
    ...buildRecommendation({ id: "MSG7", kind: "removed", path: "none", before: "It beeps." }),
    takeBack: true,
  };
  const foreign = {
    ...buildRecommendation({ id: "MSG8", kind: "added", path: "code", after: "Es piept.", workPackage: "m" }),
    decidedBy: "nobody" as const,
    reason: "Not judged: the rules read English.",
  };
  const citedIn = new Map([["MSG7", [{ target: "sdk-js", lines: 3 }]]]);
  const context = buildCommentContext({ hasTargets: true, citedIn });
  const { body } = reviewComment(buildReview([gone, foreign]), context);
  expect(body).toContain(
    "**2 changed entries: 1 not judged, as the rules read English and 1 to take back.**",
  );
  expect(body).toMatch(
    /\*\*To take back\*\*[^\n]*\n\n?- \[MSG7\]\([^)]*\), removed, cited in sdk-js \(3\): <del>It beeps\.<\/del>/,
  );
  expect(body).toMatch(/\| \[MSG8\][^\n]*\| \*\*not judged\*\* \|/);
  expect(body).not.toContain("Nothing to build");
});

test("as many files are said to be not read as there are, beside one that is expected to be", () => {
  const unreadFile = (file: string, isCompanion: boolean) => ({
    file,
    why: "Not a spec by its name.",
    config: null,
    isExpected: !isCompanion,
    isCompanion,
  });
  const unread = [unreadFile("spec/limits.md", false), unreadFile("spec/README.md", true)];
  const { body } = reviewComment({ ...typical, unread }, buildCommentContext({}));
  expect(body).toContain("**Not read: 2 changed Markdown files.**");
  expect(body).toContain("README.md</code>");
  const alone = reviewComment({ ...typical, unread: unread.slice(1) }, buildCommentContext({}));
  expect(alone.body).toContain("Changed, and not read as a spec: <code>spec/README.md</code>.");
  const many = ["a", "b", "c", "d"].map((name) => unreadFile(`${name}/CHANGELOG.md`, true));
  const few = reviewComment({ ...typical, unread: many }, buildCommentContext({}));
  expect(few.body).toContain("<code>c/CHANGELOG.md</code> and 1 more file.");
  expect(few.body).not.toContain("d/CHANGELOG.md");
});

test("packages that begin alike are told apart, and a rule under its old name says where it was", () => {
  const moved = (id: string, from: string) => {
    const one = buildRecommendation({
      id: `site/kitchen/ovens/and/their/many/trays.md#${id}`,
      kind: "moved",
      path: "code",
      before: "It beeps.",
      after: "It beeps.",
      workPackage: id,
    });
    const before =
      one.change.before === null ? null : { ...one.change.before, id: `${from}#${id}`, file: from };
    const after = one.change.after === null ? null : { ...one.change.after, id: one.change.id };
    return { ...one, change: { ...one.change, before, after, previousId: `${from}#${id}` } };
  };
  const names = ["trays-that-are-hot", "trays-that-are-cold"];
  const again = names.map((id) =>
    buildRecommendation({ id: `other#${id}`, kind: "added", path: "code", after: "It beeps." }),
  );
  const review = buildReview([...names.map((id) => moved(id, "old/plates.md")), ...again]);
  const { body } = reviewComment(review, buildCommentContext({}));
  const titles = [...body.matchAll(/<summary><b>(.*?)<\/b>/g)].map(([, title]) => title);
  expect(new Set(titles).size).toBe(2);
  expect(body.match(/\(was in old\/plates\.md\)/g)).toHaveLength(2);
  expect(body).not.toContain("(was trays");
});

test("what was done to an entry is said once", () => {
  const gone = buildRecommendation({ id: "MSG9", kind: "removed", path: "none", before: "Trays" });
  const same = buildRecommendation({ id: "MSG10", kind: "editorial", path: "none", after: "Trays" });
  const review = buildReview([
    { ...gone, reason: "Removed; a title, it set no rule." },
    { ...same, reason: "Formatting only." },
  ]);
  const { body } = reviewComment(review, buildCommentContext({}));
  expect(body).toMatch(/\), removed; a title, it set no rule\.\n/);
  expect(body).toMatch(/\), editorial: Formatting only\.\n/);
});
