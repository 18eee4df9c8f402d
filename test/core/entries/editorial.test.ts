import { isEditorial } from "../../../src/core/entries/editorial.ts";

describe("what makes two texts the same to an editor", () => {
  it.each([
    ["It **must** be.", "It must be."],
    ["It ***must*** be.", "It must be."],
    ["It __must__ be.", "It must be."],
    ["It\nmust be.", "It must  be."],
    ["It must be", "It must be."],
    ["It must be:", "It must be"],
    ["One.\n\nTwo", "One\n\nTwo."],
    ["- one\n- two", "- one.\n- two;"],
    ["1. one\n2. two", "1. one.\n2. two."],
    ["a “b” ‘c’", "a \"b\" 'c'"],
    ["a – b — c", "a - b - c"],
    ["a \\* b", "a * b"],
    ["a; b", "a, b"],
    ["a\\\nb", "a\nb"],
    ["> a", "a"],
    ["Text\n- [One](#one)\n  - [Two](#two)\n", "Text"],
    ["1. [One](#one)\nText", "Text"],
    ["```\ncode\n```", "    code"],
    ["~~~~\ncode\n~~~~", "code"],
    ["  ```\ncode\n  ```  ", "code"],
    ["One.  \n  \nTwo", "One\n\nTwo"],
    ["one.\n12. two", "one\n12. two"],
    ["one.\n  > two", "one\n  > two"],
    ["one.\n|a|\n| b |", "one.\n|a|\n| b |"],
    ["one.\n-\ntwo", "one\n-\ntwo"],
    ["``x`` is.\n\nb", "``x`` is\n\nb"],
    ["~x is.\n\nb", "~x is\n\nb"],
    ["a ``` b.\n\nc", "a ``` b\n\nc"],
    ["a \\# b", "a # b"],
    ["Text\n12.   [One](#one)  ", "Text"],
    ["-- a", "a"],
  ])("%j is %j", (before, after) => {
    expect(isEditorial(before, after)).toBe(true);
    expect(isEditorial(after, before)).toBe(true);
  });

  it.each([
    ["It must be.", "It may be."],
    ["It must be.", "It MUST be."],
    ["in 10 s", "in 20 s"],
    ["as `a  b`", "as `a; b`"],
    ["as `a;b`", "as `a,b`"],
    ["as `**a**`", "as `a`"],
    ["as `a`", "as a"],
    ["One. Two", "One Two"],
    ["a.b", "ab"],
    ["see [One](#one)", "see [One](#two)"],
    ["Text\n- [One](other.md#one)", "Text"],
    ["Text\n- see [One](#one)", "Text"],
    ["Text\n- [One](#one) and more", "Text"],
    ["```\nend.\n```", "```\nend\n```"],
    ["```\nend.\n\nx\n```", "```\nend\n\nx\n```"],
    ["```json\ncode\n```", "```yaml\ncode\n```"],
    ["snake_case", "snakecase"],
    ["One.\nTwo", "One\nTwo"],
    ["one.\nv12. two", "one\nv12. two"],
    ["a\\b", "ab"],
    ["a\nb", "ab"],
    ["```\na\nb\n```", "ab"],
    ["  ```\nend.\n\nx\n  ```", "  ```\nend\n\nx\n  ```"],
    ["a ```\nb", "b"],
    ["Text\nv1. [One](#one)", "Text"],
    ["a # b", "a b"],
  ])("%j is not %j", (before, after) => {
    expect(isEditorial(before, after)).toBe(false);
    expect(isEditorial(after, before)).toBe(false);
  });
});

test("a link that a list of demands gains is no contents", () => {
  const list = (...names: string[]) =>
    ["An oven MUST have:", "", ...names.map((name) => `- [${name}](#${name})`)].join("\n");
  expect(isEditorial(list("door", "lamp", "bell", "rack"), list("door", "lamp", "bell", "rack", "key"))).toBe(
    false,
  );
});
