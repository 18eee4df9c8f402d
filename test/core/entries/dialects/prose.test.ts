import { prose } from "../../../../src/core/entries/dialects/prose.ts";
import { read } from "../../../support/read-entries.ts";

const lines = [
  "# Frames",
  "",
  "Frames carry data. A sender MUST pad each frame to 16 bytes, e.g. with zeros. Padding is never",
  "shown. Receivers SHOULD ignore it.",
  "",
  "## Errors {#frame-errors}",
  "",
  "The receiving node:",
  "  - MUST close the channel if:",
  "    - `length` is 0",
  "    - see [Frames](#frames)",
  "  - on success:",
  "    - MAY answer",
  "",
  "Only an explanation.",
];
const spec = read(prose, "docs/wire.md", ...lines);

it("names sections by anchor and rules by their first words", () => {
  expect(spec.entries.map(({ id, kind }) => [id.slice("docs/wire.md#".length), kind])).toEqual([
    ["frames", "section"],
    ["frames/a-sender-must-pad-each-frame-to", "statement"],
    ["frames/receivers-should-ignore-it", "statement"],
    ["frame-errors", "section"],
    ["frame-errors/must-close-the-channel-if", "statement"],
    ["frame-errors/on-success", "group"],
    ["frame-errors/may-answer", "statement"],
  ]);
});

it("gives a rule the sentences that explain it, and the lines it stands in", () => {
  const first = "docs/wire.md#frames/a-sender-must-pad-each-frame-to";
  expect(spec.text(first)).toBe(
    "Frames carry data. A sender MUST pad each frame to 16 bytes, e.g. with zeros. Padding is never shown.",
  );
  expect(spec.lines(first)).toEqual([3, 4]);
  expect(spec.lines("docs/wire.md#frames/receivers-should-ignore-it")).toEqual([4, 4]);
});

it("leaves what states no rule to the section", () => {
  expect(spec.text("docs/wire.md#frame-errors")).toBe(
    "Errors\n\nThe receiving node:\n\nOnly an explanation.",
  );
  expect(spec.text("docs/wire.md#frames")).toBe("Frames");
});

it("keeps who acts as the parent of what they do", () => {
  expect(spec.parent("docs/wire.md#frame-errors/may-answer")).toBe("docs/wire.md#frame-errors/on-success");
});

it("sees no change in a file that is wrapped anew", () => {
  const wrapped = [...lines];
  wrapped.splice(
    2,
    2,
    "Frames carry data. A sender MUST pad",
    "each frame to 16 bytes, e.g. with zeros.",
    "Padding is never shown. Receivers SHOULD ignore it.",
  );
  const texts = (all: typeof spec) => all.entries.map(({ id, text }) => [id, text]);
  expect(texts(read(prose, "docs/wire.md", ...wrapped))).toEqual(texts(spec));
});

it("claims a file that binds its readers and no companion of one", () => {
  const rules = ["# Wire", "", "A MUST b.", "", "C MUST NOT d.", "", "E SHOULD f.", "", "Nothing else."];
  expect(read(prose, "docs/wire.md", ...rules).confidence).toBeGreaterThanOrEqual(0.5);
  const text = rules.join("\n");
  expect(prose.recognises({ path: "README.md", text }, "companion")).toBe(0);
  expect(prose.recognises({ path: "README.md", text }, "named")).toBeGreaterThanOrEqual(0.5);
  expect(
    read(prose, "docs/guide.md", "# Guide", "", "You must install it. You may need root.").confidence,
  ).toBeLessThan(0.5);
});
