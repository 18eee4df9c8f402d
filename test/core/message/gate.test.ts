import { fileURLToPath } from "node:url";
import { gateMessage } from "../../../src/core/message/gate.ts";
import type { Review } from "../../../src/core/decision/review.ts";
import { expectGolden } from "../../support/golden.ts";
import { buildRecommendation, buildReview } from "../../support/review.ts";

const design = (id: string) =>
  buildRecommendation({ id, kind: "added", path: "design", after: "Text.", workPackage: "a" });
const decided = {
  by: "ann",
  at: "2026-01-05T09:00:00Z",
  because: null,
  fingerprint: "",
  path: "design",
} as const;
const unread = [{ file: "spec/b.md", why: "no entry has an ID", config: null, isExpected: true }] as const;
const finding = {
  rule: "duplicate-id",
  id: "A1",
  file: "spec/a.md",
  line: 3,
  message: "A1 stands twice.",
} as const;

const open: Review = {
  ...buildReview([design("A1"), design("A2")]),
  findings: [finding],
  unread: [...unread],
};
const settled = buildReview([{ ...design("A1"), override: { id: "A1", ...decided } }]);

test("says why the check fails and what makes it pass", () => {
  const said = [
    gateMessage(open, "design", false),
    gateMessage(open, "design", true),
    gateMessage(open, "finding", false),
  ];
  const golden = fileURLToPath(new URL("./golden/gate.md", import.meta.url));
  expectGolden(`${said.join("\n\n---\n\n")}\n`, golden);
});

test("nothing stands against what a person decided, nor without the setting", () => {
  expect(gateMessage(settled, "design", false)).toBeNull();
  expect(gateMessage(settled, "finding", false)).toBeNull();
  expect(gateMessage(open, "never", false)).toBeNull();
});
