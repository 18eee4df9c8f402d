import fc from "fast-check";
import { visibleText } from "../../../src/core/markdown/hidden-text.ts";
import { hiddenTexts } from "../../support/hidden-texts.ts";

test.each(hiddenTexts)("%j is removed and reported", (text, left, kind) => {
  const { text: shown, hidden } = visibleText(text);
  expect(shown).toBe(left);
  expect(hidden.map((one) => one.kind)).toContain(kind);
});

test.each([
  "plain `code` <b> & 1 < 2",
  "`<!--` a `` ` <!-- x --> ``",
  "```\n<!-- x\n[//]: # (y)\n```\na",
  "> ~~~ x\n> <?y\n> ~~~",
  "Größe – 5 µs",
  "日本語",
  "✔️ done",
  "line\n\tindented",
])("%j stays", (text) => {
  expect(visibleText(text)).toEqual({ text, hidden: [] });
});

test("a wildcard of a type is no instruction", () => {
  const text = "It returns a List<?> or a Map<?, String> of them.\nThe rest is read.";
  expect(visibleText(text)).toEqual({ text: text.replaceAll("<?", "< ?"), hidden: [] });
});

test.each([
  ["a\n<? never closed b", "a\n"],
  ["- <? never closed b", "- "],
  ["<div>\na <? never closed b", "<div>\na "],
])("%j hides its rest", (text, left) => {
  expect(visibleText(text)).toEqual({ text: left, hidden: [{ kind: "comment", count: 1 }] });
});

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
    "`",
    "``",
    "```",
    "~~~\n",
    "\\",
    "\n\n",
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

it("what was hidden is counted by kind, in a fixed order", () => {
  const text = "a\u200b<!-- x -->\u200b<!-- y -->\u0000\u3164\n[//]: # (z)\nb";
  expect(visibleText(text)).toEqual({
    text: "a\nb",
    hidden: [
      { kind: "comment", count: 3 },
      { kind: "zero-width", count: 2 },
      { kind: "control", count: 1 },
      { kind: "filler", count: 1 },
    ],
  });
});

it.each([
  ["line ends become one character", "a\r\nb\rc\u200b", "a\nb\nc"],
  ["a comment ends at its own mark", "a<!-- x ]]> ?> > -->b", "ab"],
  ["so does CDATA", "a<![CDATA[ --> ?> > ]]>b", "ab"],
  ["so does a processing instruction", "a<? --> ]]> > ?>b", "ab"],
  ["so does a declaration", "a<!X -- ]] ?>b", "ab"],
  ["what is left of an opener opens nothing", `a${"<!-".repeat(6)}- x -->b`, "a<!-<!-<!-<!-<!-b"],
  ["a link that is used stays", "a\n[a]: http://x (t)\nb", "a\n[a]: http://x (t)\nb"],
  ["a label in a sentence stays", "a [//]: # (x)", "a [//]: # (x)"],
  ["a comment that holds a mark of code goes", "a <!-- ` --> b ` c", "a  b ` c"],
  ["what is no code shows no comment", "a \\`<!-- x -->` b ` <!-- y -->\n\n`", "a \\`` b ` \n\n`"],
  ["an indented comment of a link goes", "a\n\n   [_]: / (x)\n\nb", "a\n\n\nb"],
  ["what defines nothing stays", "a\n\n   [_]: / x\n\nb", "a\n\n   [_]: / x\n\nb"],
])("%s", (_, text, left) => {
  expect(visibleText(text).text).toBe(left);
});
