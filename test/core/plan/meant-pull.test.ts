import { meantPull, type PressedPull } from "../../../src/core/plan/meant-pull.ts";

const at = Date.parse("2026-06-01T12:00:00Z");
const sha = "a".repeat(40);
const open: PressedPull = { number: 1, isOpen: true, closedAt: null, headSha: sha, headsThen: [sha] };
const elsewhere = { headSha: "b".repeat(40) };

test.each<[string, PressedPull[], string]>([
  ["its own, alone", [open], "meant"],
  ["its own that is closed", [{ ...open, isOpen: false, closedAt: at + 1 }], "gone"],
  ["its own that moved", [{ ...open, ...elsewhere }], "gone"],
  ["none that is there", [], "gone"],
  ["another one only", [{ ...open, number: 2 }], "several"],
  ["another one, closed since", [open, { ...open, number: 2, isOpen: false, closedAt: at + 1 }], "several"],
  ["another one, moved since", [open, { ...open, ...elsewhere, number: 2 }], "several"],
  [
    "another one, closed before",
    [open, { ...open, number: 2, isOpen: false, closedAt: at - 90_000 }],
    "meant",
  ],
  ["another one, moved before", [open, { ...open, ...elsewhere, number: 2, headsThen: ["c"] }], "meant"],
])("a press means %s", (_what, pulls, type) => {
  expect(meantPull({ pullRequest: 1, headSha: sha, at }, pulls).type).toBe(type);
});
