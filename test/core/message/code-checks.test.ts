import { codeChecks } from "../../../src/core/message/code-checks.ts";

const nothing = {
  entries: 1,
  vectors: 0,
  folders: ["src"],
  unverified: [],
  notShown: [],
  unresolved: [],
  left: [],
};

test("uses of one kind in one file are one line, so that many of them hide no other", () => {
  const network = Array.from({ length: 30 }, (_, at) => ({
    path: "src/a.ts",
    line: at + 1,
    kind: "the network",
  }));
  const { readFirst } = codeChecks({
    ...nothing,
    uses: [...network, { path: "src/a.ts", line: 40, kind: "a process" }],
  });
  expect(readFirst).toEqual([
    "`src/a.ts:1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20` and 10 more lines newly uses the network.",
    "`src/a.ts:40` newly uses a process.",
  ]);
});

test("of more places than a reader wants the rest is counted", () => {
  const uses = Array.from({ length: 22 }, (_, at) => ({
    path: `src/${String(at)}.ts`,
    line: 1,
    kind: "the network",
  }));
  expect(codeChecks({ ...nothing, uses }).readFirst.at(-1)).toBe("And 2 more kinds of use in other places.");
});
