import { findSecrets } from "../../../../src/core/code/guard/secrets.ts";
import { growth } from "../../../support/growth.ts";

const [first, second] = ["ghp_16C7e42F2", "92c6912E7710c838347Ae178B4a"];
/** `A` and `B` are the halves of a token. */
const found = (code: string): boolean =>
  findSecrets(`${code.replaceAll(/\bA\b/g, first).replaceAll(/B\b/g, second)}\n`).length > 0;

describe("a credential of a shape in parts", () => {
  it.each([
    ["JavaScript", 'x = ["A", "B"].reduce((a, b) => a + b);'],
    ["JavaScript", 'x = "A"?.padEnd(99, "B");'],
    ["JavaScript", 'let x = "A";\nx += "B";'],
    ["Python", 'x = "{}{}".format("A", "B")'],
    ["Python", 'x = "%s%s" % ("A", "B")'],
    ["Python", 'x = operator.add("A", "B")'],
    ["Python", 'x = t"A" t"B"'],
    ["Ruby", "x = %w[A B].join"],
    ["Ruby", "x = %w|A B| * ''"],
    ["Ruby", "x = %i(A B).join"],
    ["Ruby", "x = %w[\n  A\n  B\n].join"],
    ["Ruby", "x = 'A'.freeze + 'B'.freeze"],
    ["Go", 'x := strings.Join([]string{"A", "B"}, "")'],
    ["Go", 'x := fmt.Sprintf("%s%s", "A", "B")'],
    ["Java", 'x = Stream.of("A", "B").collect(joining());'],
    ["Kotlin", 'val x = listOf("A", "B").joinToString("")'],
    ["Kotlin", 'val x = buildString { append("A"); append("B") }'],
    ["Scala", 'val x = List("A", "B").mkString'],
    ["Groovy", "def x = /A/ + /B/"],
    ["Groovy", "def x = $/A/$ + $/B/$"],
    ["C#", 'x = new StringBuilder("A").Append("B").ToString();'],
    ["C#", 'x = string.Format("{0}{1}", "A", "B");'],
    ["PHP", "$x = 'A';\n$x .= 'B';"],
    ["Rust", 'let x = format!("A{}", "B");'],
    ["Swift", 'let x = ["A", "B"].joined()'],
    ["Dart", "(StringBuffer('A')..write('B'))"],
    ["Elixir", "x = Enum.join(~w(A B))"],
    ["Elixir", 'x = <<"A", "B">>'],
    ["Lua", "x = [[A]] .. [[B]]"],
    ["OCaml", "let x = {|A|} ^ {q|B|q}"],
    ["R", 'x <- paste("A", "B", sep = "")'],
  ])("of %s: %s", (_language, code) => {
    expect(found(code)).toBe(true);
  });

  it.each(["\\u{67 68}p", "\\uuu0067hp", "\\o147hp", "\\#u{67}hp"])("with an escape %s", (escape) => {
    expect(found(`x = "${escape}_16C7e42F2B"`)).toBe(true);
  });

  it("is no list of words, and none with other words between", () => {
    for (const code of [
      'x = ["sk-", "pk-", "rk-", "key-one", "key-two", "key-three"]',
      'x = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"]',
      'x = ["A", "some words", "B"]',
    ])
      expect(found(code)).toBe(false);
  });

  it("is looked for in time that is linear", () => {
    expect(growth((size) => void findSecrets('x = "gh", "a1"; '.repeat(size)), 4_000)).toBeLessThan(10);
    expect(growth((size) => void findSecrets('x = "gh", "a1"\n'.repeat(size)), 4_000)).toBeLessThan(10);
  });
});
