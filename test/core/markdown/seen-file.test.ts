import { seenFile } from "../../../src/core/markdown/page/seen-file.ts";
import { unseenInFile, unseenOnGitHub } from "../../support/hidden-texts.ts";

const seen = (text: string): string => seenFile({ path: "a.md", text }).text;

test.each(unseenInFile)("of the file %j the page shows %j", (text, left) => {
  expect(seen(text)).toBe(left);
});

test("a file that hides nothing is the same", () => {
  const texts = [
    "# A\n\nThe client MUST wait for `<b title='x. y'>` and `![x](y)`.\n\n- a [b](c)\n- Map<String, List<Foo>>\n",
    '| a | b |\n| - | - |\n| 1 | `x \\| y` |\n\n```json\n{ "a": "<b c=\'d. e\'>" }\n```\n',
    "[AC-1]: The client MUST send 5 messages.\n\nIt waits.[^1]\n\n[^1]: A note.\n",
    'a <a id="RSC1"></a> b <user_id> and <!-- a word --> c\r\n\r\nd\r\n',
    "1. a\n2. b\n3. c\n\n4. d\n\nAnd:\n\n7. e\n8. f\n\n1) g\n1) h\n",
    "---\ntitle: x # y\n---\n\n$x \\le 5$ and $5, 10% more\n",
  ];
  for (const text of texts) {
    const file = { path: "a.md", text };
    expect(seenFile(file)).toBe(file);
  }
});

test("lines keep their numbers", () => {
  for (const text of [...unseenOnGitHub, ...unseenInFile.map(([written]) => written)])
    expect(seen(text).split("\n")).toHaveLength(text.split("\n").length);
});

test("a note is shown where something calls it, in whatever part of the file", () => {
  const file =
    "# A\n\nIt waits.[^a]\n\n# B\n\n[^a]: For[^b] five.\n\n# C\n\n[^b]: Or six.\n[^c]: HIDDEN\n[^a]: HIDDEN\n";
  expect(seen(file)).toBe(file.replace("[^c]: HIDDEN", "").replace("[^a]: HIDDEN", "[…] "));
});
