import fc from "fast-check";
import type { Override } from "../../../src/core/decision/review.ts";
import { reviewComparison } from "../../../src/core/decision/review-comparison.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const entries = [
  entryOf("The client must send `PING` every 30 seconds.", { id: "A1" }),
  entryOf("The engine must define a mechanism for plug-ins on each platform, as appropriate.", {
    id: "B1",
    section: "B",
  }),
  entryOf("Note: older clients do less.", { id: "C1", section: "C" }),
];
const override: Override = {
  id: "A1",
  path: "design",
  by: "ann",
  at: "2026-01-01T00:00:00Z",
  because: "timers differ",
  fingerprint: "A1's text",
};

function review(overrides: Override[] = []) {
  const changes = entries.map((entry) => changeOf(null, entry));
  const file = { path: "spec.md", dialect: "listed-id", confidence: 1, findings: [] };
  return reviewComparison({
    baseCommit: "b",
    headCommit: "h",
    base: { files: [{ ...file, entries: [] }] },
    head: { files: [{ ...file, entries }] },
    diff: { changes, outside: [], findings: [] },
    context: contextOf(entries, changes),
    overrides,
    fingerprint: (text) => (text === entries[0]?.text ? "A1's text" : "other"),
  });
}

test("each entry has its path, reason and work package; without a model the review says so", () => {
  const { recommendations, judgement, files } = review();
  expect(recommendations.map((one) => [one.change.id, one.path, one.workPackage])).toEqual([
    ["A1", "code", "a1"],
    ["B1", "design", "b1"],
    ["C1", "none", null],
  ]);
  expect(recommendations.map((one) => one.reason)).toEqual([
    "",
    "“as appropriate”",
    "A note; it sets no rule.",
  ]);
  expect(recommendations[1]?.needs).toContain(
    "Name the case and what must happen in it, instead of “as appropriate”.",
  );
  expect(judgement.state).toBe("off");
  expect(files).toEqual([{ path: "spec.md", dialect: "listed-id", entries: { base: 0, head: 3 } }]);
});

test("an override holds for the text it was given for, and the latest wins", () => {
  expect(review([override]).recommendations[0]).toMatchObject({
    path: "design",
    decidedBy: "override",
    reason: "timers differ",
  });
  expect(review([{ ...override, fingerprint: "older text" }]).recommendations[0]?.path).toBe("code");
  const later: Override = { ...override, path: "none", at: "2026-02-01T00:00:00Z" };
  expect(review([later, override]).recommendations[0]?.path).toBe("none");
});

test("twenty runs give the same bytes", () => {
  const runs = Array.from({ length: 20 }, () => JSON.stringify(review()));
  expect(new Set(runs).size).toBe(1);
});

const words = [
  "must",
  "`PING`",
  "as appropriate",
  "responsive",
  "\n",
  "- ",
  "“é🙂”",
  "|",
  "```\n",
  "pipeline",
  ". The",
];

test("for any text, every quote stands verbatim at its lines and a reason has at most 12 words", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 60 }), (parts) => {
      const entry = entryOf(parts.join(" "));
      const changes = [changeOf(null, entry)];
      const { recommendations } = reviewComparison({
        baseCommit: "b",
        headCommit: "h",
        base: { files: [] },
        head: { files: [] },
        diff: { changes, outside: [], findings: [] },
        context: contextOf([entry], changes),
        fingerprint: () => "",
      });
      for (const { reason, criteria } of recommendations) {
        expect(reason.split(/\s+/).length).toBeLessThanOrEqual(12);
        for (const span of criteria.flatMap((answer) => answer.evidence)) {
          const text = entry.lines.slice(span.line - 10, span.endLine - 9).map((line) => line.text);
          expect(text.join("\n")).toContain(span.quote);
        }
      }
    }),
  );
});
