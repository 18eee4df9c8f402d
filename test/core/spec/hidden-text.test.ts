import fc from "fast-check";
import { visibleText, type HiddenText } from "../../../src/core/spec/hidden-text.ts";

const tags = Array.from("hi", (c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join("");

/** What an author may hide, and what is to be left of it between `a` and `b`. */
const table: readonly (readonly [string, string, HiddenText["kind"]])[] = [
  ["a<!-- x -->b", "ab", "comment"],
  ["a<!-- x\ny -->b", "ab", "comment"],
  ["a<!-->b", "a", "comment"],
  ["a<!-- never closed b", "a", "comment"],
  ["a<!-- <!-- --> b", "a b", "comment"],
  ["a<!-<!-- -->- x -->b", "ab", "comment"],
  ["a<![CDATA[ x ]]>b", "ab", "comment"],
  ["a<?x y?>b", "ab", "comment"],
  ["a<!DOCTYPE x>b", "ab", "comment"],
  ["a\n[//]: # (x)\nb", "a\nb", "comment"],
  ['a\n[comment]: <> "x"\nb', "a\nb", "comment"],
  ["a\u200bb", "ab", "zero-width"],
  ["a\u200cb", "ab", "zero-width"],
  ["a\u200db", "ab", "zero-width"],
  ["a\u2060b", "ab", "zero-width"],
  ["a\ufeffb", "ab", "zero-width"],
  ["a\u00adb", "ab", "zero-width"],
  ["a\u2063b", "ab", "zero-width"],
  ["a\u200eb", "ab", "bidi"],
  ["a\u202eb", "ab", "bidi"],
  ["a\u2066b", "ab", "bidi"],
  ["a\u061cb", "ab", "bidi"],
  [`a${tags}b`, "ab", "tag"],
  ["a\ufe0fb", "ab", "variation-selector"],
  ["a\u{e0100}b", "ab", "variation-selector"],
  ["a\u180bb", "ab", "variation-selector"],
  ["a\u0000b", "ab", "control"],
  ["a\u001bb", "ab", "control"],
  ["a\u0085b", "ab", "control"],
  ["a\ue000b", "ab", "control"],
  ["a\u2028b", "ab", "control"],
  ["a\ud800b", "ab", "control"],
  ["a\u3164b", "ab", "filler"],
  ["a\u2800b", "ab", "filler"],
  ["a\u115fb", "ab", "filler"],
];

test.each(table)("%j is removed and reported", (text, left, kind) => {
  const { text: shown, hidden } = visibleText(text);
  expect(shown).toBe(left);
  expect(hidden.map((one) => one.kind)).toContain(kind);
});

test.each(["plain `code` <b> & 1 < 2", "Größe – 5 µs", "日本語", "✔️ done", "line\n\tindented"])(
  "%j stays",
  (text) => {
    expect(visibleText(text)).toEqual({ text, hidden: [] });
  },
);

test("a second pass finds nothing more", () => {
  const pieces = fc.constantFrom(
    "<!--",
    "-->",
    "<!",
    "<?",
    "?>",
    "[//]: # (",
    ")",
    "\n",
    "a",
    "<",
    "!",
    "--",
    "\u200b",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 }),
      (parts) => {
        const once = visibleText(parts.join("")).text;
        expect(visibleText(once)).toEqual({ text: once, hidden: [] });
      },
    ),
    { numRuns: 500 },
  );
});

test("every format, private-use and unassigned code point goes", () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (/[\p{Cf}\p{Co}\p{Cn}]/u.test(character) && visibleText(`a${character}b`).text !== "ab") {
      throw new Error(`U+${code.toString(16)} stays`);
    }
  }
});
