import { newModule, newPlace, toolPlace } from "../../../src/core/code/guard/uses/language-uses.ts";
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
    "`src/a.ts:40` newly uses a process.",
    "`src/a.ts:1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20` and 10 more lines newly uses the network.",
  ]);
});

test("a flood of one kind hides no other: one line of each stands first, worst first", () => {
  const flood = Array.from({ length: 25 }, (_, at) => ({
    path: `src/${String(at)}.ts`,
    line: 1,
    kind: at % 2 === 0 ? newModule : "the environment",
  }));
  const worse = [toolPlace, "the network", "a process", "code made at run time"];
  const { readFirst } = codeChecks({
    ...nothing,
    uses: [...flood, ...worse.map((kind) => ({ path: "src/z.ts", line: 9, kind }))],
  });
  expect(readFirst.slice(0, 6)).toEqual([
    "`src/z.ts:9` newly uses a process.",
    "`src/z.ts:9` newly uses code made at run time.",
    "`src/z.ts:9` newly names a place that tools run or agents obey.",
    "`src/z.ts:9` newly uses the network.",
    "`src/1.ts:1` newly uses the environment.",
    "`src/0.ts:1` newly uses a module that was not used before.",
  ]);
  expect(readFirst.at(-1)).toBe("And 9 more kinds of use in other places.");
});

test("of more places than a reader wants the rest is counted", () => {
  const uses = Array.from({ length: 22 }, (_, at) => ({
    path: `src/${String(at)}.ts`,
    line: 1,
    kind: "the network",
  }));
  expect(codeChecks({ ...nothing, uses }).readFirst.at(-1)).toBe("And 2 more kinds of use in other places.");
});

test("files of a new kind or at a new place are told first, and none of their names is cut off", () => {
  const places = Array.from({ length: 9 }, (_, at) => ({
    path: `lib/${"a".repeat(60)}/${String(at)}.rb`,
    line: 1,
    kind: newPlace,
  }));
  const { readFirst } = codeChecks({
    ...nothing,
    uses: [{ path: "src/a.ts", line: 1, kind: "a process" }, ...places],
  });
  expect(readFirst[0]).toContain(
    "New in folder, ending or form of name, by which tools may load files: `lib/",
  );
  expect(readFirst.every((line) => line.length <= 300)).toBe(true);
  for (const { path } of places) expect(readFirst.join("\n")).toContain(path);
  expect(readFirst[1]).toBe("`src/a.ts:1` newly uses a process.");
});

test("nothing is claimed of names that no list has", () => {
  const { verified } = codeChecks({ ...nothing, uses: [] });
  expect(verified[1]).toBe(
    "No file has a name or place that is known here to be run by a tool or obeyed by an agent; others may be. What is new in folder, ending or form of name is under Read first.",
  );
});
