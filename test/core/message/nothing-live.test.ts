import fc from "fast-check";
import { configProblemsMessage } from "../../../src/core/message/config-problems.ts";
import { followUpBody, type FollowUpText } from "../../../src/core/message/follow-up-body.ts";
import { closedNote, keptNote, staleNote } from "../../../src/core/message/follow-up-note.ts";
import { onboarding } from "../../../src/core/message/onboarding.ts";
import * as say from "../../../src/core/message/reply.ts";
import { reviewComment } from "../../../src/core/message/review-comment.ts";
import { planReview } from "../../../src/core/plan/plan-review.ts";
import { expectNothingLive } from "../../support/nothing-live.ts";
import { buildCommentContext, buildRecommendation, buildReview } from "../../support/review.ts";

/** What an author, a file, a branch or a model may write, each with a word to find it by. */
const hostile = fc
  .array(
    fc.constantFrom(
      ..."@evil @evil/team #12345 GH-12345 evil/evil#12345 evil/evil@0123456789 0123456789abcdef0123456789abcdef01234567".split(
        " ",
      ),
      ..."Closes fixes Resolves /lgtm /approve @dependabot @claude https://evil.test/x www.evil.test evil@evil.test".split(
        " ",
      ),
      ..."![x](https://evil.test/b.png) [x](javascript:evil) <img/src=https://evil.test> <script>evil</script> <!-- --> --> ` ``` | \\ > # - 1. $x$ :tada: &commat; &#64;".split(
        " ",
      ),
      "bors r+",
      "\n/merge",
      "\n@dependabot merge",
      "\n\n# evil",
      "\n- [ ] evil",
      "\u202eevil\u202c",
      "e\u200bvil",
      "</details>",
      "</td></tr></table>",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(" "));

const bodies: Readonly<Record<string, (text: string) => string>> = {
  "review comment": (text) => {
    const { body, overflow } = reviewComment(reviewOf(text), contextOf(text));
    return [body, overflow?.summary, overflow?.text].filter(Boolean).join("\n\n");
  },
  "follow-up": (text) => followUpBody(followUp(text)),
  "stale note": (text) => staleNote([{ id: text, before: `${text} a`, after: text }], text),
  "closed note": (text) => closedNote(text),
  "kept note": (text) => keptNote(text),
  explanation: (text) => say.explainMessage(reviewOf(text).recommendations, reviewOf(text), contextOf(text)),
  "unknown entry": (text) => say.unknownEntryMessage(text, text),
  "ambiguous entry": (text) => say.ambiguousEntryMessage(text, [text]),
  "unknown command": (text) => say.unknownCommandMessage(text, "generate"),
  refusal: (text) => say.refusalMessage(text, [text]),
  "user error": (text) => say.userErrorMessage(text),
  configuration: (text) => configProblemsMessage([{ path: text, line: 1, message: text, remedy: text }]),
  onboarding: (text) =>
    onboarding({
      specs: [
        { path: text.slice(0, 150), dialect: "requirement-id", entries: 3 },
        { path: "a.md", dialect: "x", entries: 2 },
      ],
      ...{ others: [], source: [], tests: [], language: null },
    })?.body ?? "",
};

test.each(Object.keys(bodies))("%s: nothing of an author's text is live", (name) => {
  fc.assert(
    fc.property(hostile, (text) => {
      expectNothingLive(bodies[name]?.(text) ?? "");
    }),
    { numRuns: 60 },
  );
});

test("annotations, which are plain text, hold nothing that a reader does not see", () => {
  const review = reviewOf("a\u202eb\u200bc <!-- hidden --> d");
  const actions = planReview({
    review,
    context: contextOf("x"),
    headSha: "b".repeat(40),
    existing: null,
    failOn: "design",
  });
  const check = actions.find(({ type }) => type === "check-run");
  if (check?.type !== "check-run") throw new Error("no check run");
  const shown = check.annotations.map(({ title, message }) => `${title} ${message}`).join("\n");
  expect(shown).toContain("abc");
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|hidden -->/);
});

function reviewOf(text: string) {
  const whole = { before: `Old ${text}`, after: `New ${text}`, reason: text, needs: [text] };
  return buildReview([
    buildRecommendation({ id: text, kind: "modified", path: "design", workPackage: "w", ...whole }),
    buildRecommendation({
      id: `B ${text}`,
      kind: "added",
      path: "code",
      workPackage: "w",
      after: text,
      reason: text,
    }),
    buildRecommendation({ id: `C ${text}`, kind: "removed", path: "none", before: text, reason: text }),
  ]);
}

function contextOf(text: string) {
  return buildCommentContext({
    hasTargets: true,
    citedIn: new Map([[text, [{ target: text, lines: 3 }]]]),
    followUps: [
      {
        stage: "code",
        target: text,
        url: "https://github.com/acme/spec/pull/9",
        label: text,
        state: "draft",
        stale: [text],
      },
    ],
  });
}

function followUp(text: string): FollowUpText {
  return {
    data: {
      ...{ source: text, stage: "code", workPackage: text, target: text, head: "b".repeat(40) },
      entries: { [text]: text },
    },
    spec: buildCommentContext(),
    pullRequest: 7,
    entries: [{ id: text, file: text, line: 1, reason: text, hasTestData: false }],
    requestedBy: text,
    commentUrl: null,
    fromFork: true,
    verified: [text],
    notVerified: [text],
    model: { name: text, tokens: 1, costUsd: null, origin: "live" },
  };
}
