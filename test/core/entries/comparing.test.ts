import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join("\n") });
const list = (...lines: string[]): SourceFile[] => [file("a.md", ...lines)];
const point = (id: string, text = `The client must hold rule ${id} at all times.`, depth = 0): string =>
  `${"  ".repeat(depth)}- \`(${id})\` ${text}`;

function kinds(base: SourceFile[], head: SourceFile[]): string[] {
  const { changes } = compareSpecs(base, head).diff;
  return changes.map(
    ({ kind, id, moved, file: at, line }) => `${kind}${moved ? " moved" : ""} ${id} ${at}:${line}`,
  );
}

describe("the order of changes", () => {
  it("is that of head, file by file; removed ones come last, in the order of base", () => {
    const base = [file("a.md", point("AB1"), point("AB2")), file("b.md", point("BC1"), point("BC2"))];
    const head = [
      file("b.md", point("BC9", "Wholly other words."), point("BC2", "Now it is so.")),
      file("a.md", point("AB3", "A new one."), point("AB2")),
    ];
    expect(kinds(base, head)).toEqual([
      "added BC9 b.md:1",
      "modified BC2 b.md:2",
      "added AB3 a.md:1",
      "removed AB1 a.md:1",
      "removed BC1 b.md:1",
    ]);
  });
});

describe("a move", () => {
  it("is to another parent, another section or another file", () => {
    const base = list("# One", point("AB1"), point("AB2"), point("AB3"), "# Two", point("AB4"), point("AB5"));
    const parent = list(
      "# One",
      point("AB1"),
      point("AB2", undefined, 1),
      point("AB3"),
      "# Two",
      point("AB4"),
      point("AB5"),
    );
    expect(kinds(base, parent)).toEqual(["moved moved AB2 a.md:3"]);
    const section = list(
      "# One",
      point("AB1"),
      point("AB2"),
      "# Two",
      point("AB4"),
      point("AB5"),
      point("AB3"),
    );
    expect(kinds(base, section)).toEqual(["moved moved AB3 a.md:7"]);
    const other = [
      ...list("# One", point("AB1"), point("AB2"), point("AB3"), "# Two", point("AB4")),
      file("b.md", point("AB5")),
    ];
    expect(kinds(base, other)).toEqual(["moved moved AB5 b.md:1"]);
  });

  it("of a changed entry leaves it modified", () => {
    const base = list("# One", point("AB1"), point("AB2"), point("AB3"), "# Two", point("AB4"), point("AB5"));
    const head = list(
      "# One",
      point("AB1"),
      point("AB2"),
      "# Two",
      point("AB4"),
      point("AB5"),
      point("AB3", "The client must hold another rule at all times."),
    );
    expect(kinds(base, head)).toEqual(["modified moved AB3 a.md:7"]);
  });

  it("is none when the parent is only called anew", () => {
    const base = list(point("AB1"), point("AB1a", undefined, 1));
    expect(
      kinds(
        base,
        list(point("AB7", "The client must hold rule AB1 at all times."), point("AB1a", undefined, 1)),
      ),
    ).toEqual(["renamed AB7 a.md:1"]);
  });

  it("of half of a section is one; of most of it is a new heading", () => {
    const base = list("# One", point("AB1"), point("AB2"), point("AB3"));
    expect(kinds(base, list("# New", point("AB1"), point("AB2"), "# Other", point("AB3")))).toEqual([
      "moved moved AB3 a.md:5",
    ]);
    const two = list("# One", point("AB1"), point("AB2"));
    expect(kinds(two, list("# New", point("AB1"), "# Other", point("AB2")))).toEqual([
      "moved moved AB1 a.md:2",
      "moved moved AB2 a.md:4",
    ]);
  });
});

describe("a new order", () => {
  const side = (...ids: string[]): SourceFile[] => list(...ids.map((id) => point(id)));

  it.each([
    [["AB1", "AB2", "AB3", "AB4"], ["AB2", "AB3", "AB4", "AB1"], ["AB1"]],
    [["AB1", "AB2", "AB3", "AB4"], ["AB4", "AB1", "AB2", "AB3"], ["AB4"]],
    [["AB1", "AB2", "AB3", "AB4", "AB5"], ["AB1", "AB4", "AB3", "AB2", "AB5"], 2],
    [["AB1", "AB2", "AB3"], ["AB1", "AB9", "AB2", "AB3"], []],
  ])("%j to %j moves as few as it takes: %j", (before, after, moved) => {
    const reordered = kinds(side(...before), side(...after)).filter((kind) => kind.startsWith("reordered"));
    if (typeof moved === "number") expect(reordered).toHaveLength(moved);
    else expect(reordered.map((kind) => kind.split(" ")[1])).toEqual(moved);
  });

  it("is looked for among the children of one parent", () => {
    const base = list(point("AB1"), point("AB1a", undefined, 1), point("AB2"), point("AB2a", undefined, 1));
    const head = list(point("AB2"), point("AB2a", undefined, 1), point("AB1"), point("AB1a", undefined, 1));
    expect(kinds(base, head).map((kind) => kind.split(":")[0])).toHaveLength(1);
  });
});

describe("tombstones", () => {
  const grave = (id: string, by: string): string =>
    point(id, `This clause has been replaced by [\`${by}\`](#${by}).`);

  it("tell their successor whose place it takes", () => {
    const base = list(point("AB1"), point("AB2"), grave("AB4", "AB5"));
    const head = list(
      grave("AB1", "AB3"),
      grave("AB2", "AB3"),
      point("AB3", "Both in one rule."),
      grave("AB4", "AB3"),
    );
    const { changes } = compareSpecs(base, head).diff;
    expect(changes.map(({ kind, id, replaces }) => [kind, id, replaces])).toEqual([
      ["retired", "AB1", []],
      ["retired", "AB2", []],
      ["added", "AB3", ["AB1", "AB2"]],
      ["editorial", "AB4", []],
    ]);
  });

  it("may be new", () => {
    expect(kinds(list(point("AB1")), list(point("AB1"), grave("AB2", "AB1")))).toEqual([
      "retired AB2 a.md:2",
    ]);
  });
});

it("a text that only calls others by their new IDs is the same", () => {
  const base = list(point("AB1"), point("AB2", "The client follows AB1 and [`AB1`](#AB1)."));
  const head = list(
    point("AB7", "The client must hold rule AB1 at all times."),
    point("AB2", "The client follows AB7 and [`AB7`](#AB7)."),
  );
  expect(kinds(base, head)).toEqual(["renamed AB7 a.md:1", "editorial AB2 a.md:2"]);
  const wrong = list(
    point("AB7", "The client must hold rule AB1 at all times."),
    point("AB2", "The client follows AB8 and [`AB7`](#AB7)."),
  );
  expect(kinds(base, wrong)).toEqual(["renamed AB7 a.md:1", "modified AB2 a.md:2"]);
});

it("only files that differ are compared, and only they are looked at for what is wrong", () => {
  const same = file("same.md", point("AB1"), point("AB1"), "", "Words.");
  const { base, head, diff } = compareSpecs([same], [{ ...same }]);
  expect(diff).toEqual({ changes: [], outside: [], findings: [] });
  expect(head).toEqual(base);
  expect(base.files[0]?.entries).toHaveLength(2);
});
