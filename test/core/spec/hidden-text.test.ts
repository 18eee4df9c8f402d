import fc from "fast-check";
import { visibleText } from "../../../src/core/spec/hidden-text.ts";
import { hiddenTexts } from "../../support/hidden-texts.ts";

test.each(hiddenTexts)("%j is removed and reported", (text, left, kind) => {
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
