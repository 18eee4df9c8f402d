import { codeIdList } from "../../../../src/core/entries/dialects/code-id-list.ts";
import { read } from "../../../support/read-entries.ts";

const spec = read(
  codeIdList,
  "features.md",
  "# Channels",
  "## State {#state}",
  "- `(AB1)` The channel has a state:",
  "  - one of a list",
  "    - nested in it",
  "",
  "  ```json",
  "    { }",
  "  ```",
  "  - `(AB1a)` It must be kept.\\",
  "    Until it is closed. \\",
  "    See [`AB9`](#AB9).",
  "    - plain item",
  "      - `(AB1b)` It should be logged.",
  "",
  "  Still the channel's.",
  "  <!-- nobody's -->",
  "- not an entry",
  "  - `(AB2)` below no entry",
  "",
  "\\* `(AB3)` escaped bullet",
  "",
);

it("gives each line to the innermost entry around it", () => {
  expect(
    spec.entries.map(({ id, parent, section, line, endLine }) => [id, parent, section, line, endLine]),
  ).toEqual([
    ["AB1", null, "Channels › State", 3, 17],
    ["AB1a", "AB1", "Channels › State", 10, 13],
    ["AB1b", "AB1a", "Channels › State", 14, 14],
    ["AB2", null, "Channels › State", 19, 19],
    ["AB3", null, "Channels › State", 21, 21],
  ]);
  expect(spec.of("AB1").lines.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 16, 17]);
});

it("writes their text from its own margin, with bullets and code, without hard breaks and comments", () => {
  expect(spec.text("AB1")).toBe(
    "The channel has a state:\n- one of a list\n  - nested in it\n\n```json\n  { }\n```\nStill the channel's.",
  );
  expect(spec.text("AB1a")).toBe("It must be kept.\nUntil it is closed.\nSee [`AB9`](#AB9).\n- plain item");
  expect(spec.of("AB1a")).toMatchObject({
    level: "must",
    status: "live",
    references: ["AB9"],
    replacedBy: [],
  });
});

it("reads from a tombstone's first paragraph what took its place", () => {
  const grave = "This clause has been replaced by [`AB2`](#AB2) and `AB3`.";
  const { of } = read(
    codeIdList,
    "a.md",
    `- \`(AB1)\` ${grave}`,
    "",
    "  It was about AB4.",
    "- `(AB2)` x",
    "- `(AB3)` y",
    "- `(AB4)` z, see AB2",
  );
  expect(of("AB1")).toMatchObject({ status: "retired", replacedBy: ["AB2", "AB3"] });
  expect(of("AB1").references).toEqual(["AB2", "AB3", "AB4"]);
  expect(of("AB4")).toMatchObject({ status: "live", replacedBy: [], references: ["AB2"] });
});

it("ends a paragraph's entry with its paragraph", () => {
  const { of } = read(
    codeIdList,
    "a.md",
    "`(AB1)` one",
    "two",
    "```",
    "x",
    "```",
    "three",
    "",
    "`(AB2)` four",
    "# H",
  );
  expect(of("AB1").text).toBe("one\ntwo");
  expect(of("AB2").text).toBe("four");
});

it.each(["- `(AB1)` x", "* `(AB1) ` x", "1. `(AB1)`x", "`(AB1)` x", "\\- `(AB1)` x", "\\*   `(AB1)` x"])(
  "%j is a marker",
  (line) => {
    expect(read(codeIdList, "a.md", line).ids).toEqual(["AB1"]);
  },
);

it.each([
  "> - `(AB1)` x",
  "see `(AB1)` x",
  "`(ab1)` x",
  "`(AB)` x",
  "`(AB 1)` x",
  `\`(A${"1".repeat(60)})\` x`,
  "# `(AB1)` x",
  "    `(AB1)` x",
])("%j is none", (line) => {
  expect(read(codeIdList, "a.md", line).ids).toEqual([]);
});

describe("what it reports", () => {
  it("is each later use of an ID, at its line", () => {
    const { findings } = read(codeIdList, "a.md", "- `(AB1)` x", "- `(AB2)` y", "- `(AB1)` z");
    expect(findings).toEqual([
      {
        rule: "duplicate-id",
        id: "AB1",
        file: "a.md",
        line: 3,
        message: "AB1 is already the ID of the entry in line 1; give one of them its own.",
      },
    ]);
  });

  const reported = (line: string): (string | null)[] =>
    read(codeIdList, "a.md", "- `(ZZ1)` x", line).findings.map(({ id }) => id);

  it.each([
    "- `(AB9) x",
    "- (AB9)` x",
    "- (`AB9`) and (AB9) `x`".replace("(`AB9`) and ", ""),
    "- **`(AB9)`** x",
    "- `(AB9` x",
    "- \\- `(AB9)x",
    "- (AB9) @x",
  ])("%j: a marker that is none", (line) => {
    expect(reported(line)).toEqual(["AB9"]);
    const { findings } = read(codeIdList, "a.md", "- `(ZZ1)` x", line);
    expect(findings).toMatchObject([
      {
        rule: "malformed-marker",
        file: "a.md",
        line: 2,
        message: "AB9 is not read as an entry: its marker must be written `(AB9)` in one code span.",
      },
    ]);
  });

  it.each([
    "- (AB9) without a code span",
    "> `(AB9) x",
    "- see `(AB9) x",
    "- (abc) `x`",
    "- `AB9` x",
    "- `(AB9)` x",
  ])("%j: nothing", (line) => {
    expect(reported(line)).toEqual([]);
  });
});
