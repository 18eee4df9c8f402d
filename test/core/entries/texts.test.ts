import { createHash } from "node:crypto";
import fc from "fast-check";
import { fingerprint, normaliseText } from "../../../src/core/entries/fingerprint.ts";
import { levelOf } from "../../../src/core/entries/level.ts";
import { sha256 } from "../../../src/core/entries/sha256.ts";
import { textSimilarity } from "../../../src/core/entries/text-similarity.ts";

describe("SHA-256", () => {
  const known = (text: string): string => createHash("sha256").update(text).digest("hex");

  it.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])(
    "of %i characters is the platform's",
    (length) => {
      expect(sha256("x".repeat(length))).toBe(known("x".repeat(length)));
    },
  );

  it("of any text is the platform's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => sha256(text) === known(text)),
      { numRuns: 50 },
    );
  });
});

it("a fingerprint is the same however a text is wrapped, and another for another text", () => {
  expect(fingerprint("a  b\n\tc ")).toBe(fingerprint("a b c"));
  expect(fingerprint("a b c")).toBe(sha256("a b c").slice(0, 16));
  expect(fingerprint("a bc")).not.toBe(fingerprint("a b c"));
});

it.each([
  [" a b ", "a b"],
  ["a\nb", "a b"],
  ["a  b", "a b"],
  ["a\u00a0b", "a b"],
  ["a b", "a b"],
])("%j is written %j", (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

it.each([
  ["The server MUST wait.", "must"],
  ["It shall wait, and should log.", "must"],
  ["A name is required.", "must"],
  ["It should wait, and may log.", "should"],
  ["A name is RECOMMENDED.", "should"],
  ["It may wait.", "may"],
  ["A name is optional.", "may"],
  ["The mayor mustered his shallow shoulders.", "none"],
])("%s: %s", (text, level) => {
  expect(levelOf(text)).toBe(level);
});

it.each([
  ["", "", 1],
  ["a b", "a b", 1],
  ["a b", "b, a!", 1],
  ["a b", "c d", 0],
  ["a b", "", 0],
  ["a b c", "a b d", 2 / 3],
  ["a a b", "a b b", 2 / 3],
  ["a a", "a", 2 / 3],
  ["snake_case", "snake case", 0],
  ["Größe", "Größe", 1],
])("%j and %j share %d of their words", (left, right, share) => {
  expect(textSimilarity(left, right)).toBeCloseTo(share, 10);
  expect(textSimilarity(right, left)).toBeCloseTo(share, 10);
});
