import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

const intro = "A lifetime may be left out where the compiler can tell which one is meant.";
const detail = "In a function, each left-out lifetime\nof a parameter is one of its own.";

function recommended(base: string, head: string) {
  const file = (text: string) => [{ path: "src/lifetimes.md", text }];
  const { recommendations } = reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: file(base),
    headFiles: file(head),
  });
  return recommendations.map(({ change, path, reason }) => [change.id, change.kind, path, reason]);
}

const given = "Given an ID; the text stood there before.";

test("text that gets its first ID is not new, also when it is wrapped anew", () => {
  const labelled = `# Lifetimes\n\nr[life.intro]\n${intro}\n\nr[life.fn]\n${detail.replace("\n", " ")}\n`;
  expect(recommended(`# Lifetimes\n\n${intro}\n\n${detail}\n`, labelled)).toEqual([
    ["life.intro", "renamed", "none", given],
    ["life.fn", "renamed", "none", given],
  ]);
});

test("what is added to it while it gets an ID is new", () => {
  const labelled = `# Lifetimes\n\nr[life.intro]\n${intro}\n\nr[life.fn]\n${detail} The result must have one of them.\n`;
  expect(
    recommended(`# Lifetimes\n\n${intro}\n\n${detail}\n`, labelled).map(([id, kind]) => [id, kind]),
  ).toEqual([
    ["life.intro", "renamed"],
    ["life.fn", "added"],
  ]);
});

test("text of an entry that another one takes over is new there", () => {
  const one = `r[life.intro]\n${intro}\n\n${detail}\n`;
  const two = `r[life.intro]\n${intro}\n\nr[life.fn]\n${detail}\n`;
  expect(recommended(one, two).map(([id, kind]) => [id, kind])).toEqual([
    ["life.intro", "modified"],
    ["life.fn", "added"],
  ]);
});

test("a heading gets one as a line of its own", () => {
  const base = `# Lifetimes\n\n## Use\n\n${intro}\n`;
  const head = `# Lifetimes\n\nr[life.use]\n## Use\n\nr[life.use.intro]\n${intro}\n`;
  expect(recommended(base, head).map(([id, kind]) => [id, kind])).toEqual([
    ["life.use", "renamed"],
    ["life.use.intro", "renamed"],
  ]);
});

test("a copy of text that stays where it was is new", () => {
  const base = `r[life.intro]\n${intro}\n\n# Notes\n\nSee below.\n\n${detail}\n`;
  const head = `${base}\n# More\n\nr[life.note]\nSee below.\n\nr[life.more]\n${detail}\n`;
  expect(recommended(base, head).map(([id, kind]) => [id, kind])).toEqual([
    ["life.note", "added"],
    ["life.more", "added"],
  ]);
});

test("text of another file is new here", () => {
  const { recommendations } = reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: [
      { path: "src/a.md", text: `# A\n\n${intro}\n` },
      { path: "src/b.md", text: "# B\n" },
    ],
    headFiles: [
      { path: "src/a.md", text: `# A\n\n${intro}\n` },
      { path: "src/b.md", text: `# B\n\nr[b.intro]\n${intro}\n` },
    ],
  });
  expect(recommendations.map(({ change }) => [change.id, change.kind])).toEqual([["b.intro", "added"]]);
});
