import { compareSpecs } from "../../../../src/core/entries/compare-specs.ts";

describe("what stands beside the entries", () => {
  const point = (id: string, text: string): string => `- \`(${id})\` ${text}`;
  const idl = [
    "",
    "# Interface {#idl}",
    "",
    "    class Client:",
    "      open() // AB1",
    "      close() // AB2",
  ];
  const points = [point("AB1", "The client opens."), point("AB2", "The client closes.")];
  const findings = (base: string[], head: string[]) => {
    const side = (text: string[]) => [{ path: "a.md", text: text.join("\n") }];
    const { diff } = compareSpecs(side(base), side(head));
    return diff.findings.filter(({ rule }) => rule === "stale-companion");
  };

  it("is told when it still names what is retired or removed here", () => {
    const dead = [point("AB1", "This clause has been deleted."), points[1] ?? ""];
    expect(findings([...points, ...idl], [...dead, ...idl])).toEqual([
      {
        rule: "stale-companion",
        id: "AB1",
        file: "a.md",
        line: 7,
        message:
          "AB1 is gone or retired here but the interface definition still names it; bring it up to date.",
      },
    ]);
    const table = ["", "| ID | state |", "|---|---|", "| AB1 and AB2 | x |"];
    const found = findings([...points, ...table], [point("AB3", "Another thing altogether."), ...table]);
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      "5: AB1, AB2 are gone or retired here but the table still names them; bring it up to date.",
    ]);
  });

  it("is told when it names an ID that another took the place of", () => {
    const renamed = [point("AB9", "The client opens."), points[1] ?? ""];
    expect(findings([...points, ...idl], [...renamed, ...idl]).map(({ id, line }) => [id, line])).toEqual([
      ["AB1", 7],
    ]);
    const swapped = [
      point("AB1", "The client closes, and says so to all."),
      point("AB2", "The client opens."),
    ];
    expect(findings([...points, ...idl], [...swapped, ...idl])).toEqual([]);
  });

  it("is told when it is a sample, and not when it is the entry or the prose that was retired", () => {
    const dead = [point("AB1", "This clause has been deleted."), points[1] ?? ""];
    const sample = ["", "# Wire", "", "```", "{} // AB1", "```", "", "About AB1."];
    expect(findings([...points, ...sample], [...dead, ...sample]).map(({ message }) => message)).toEqual([
      "AB1 is gone or retired here but the sample still names it; bring it up to date.",
    ]);
  });

  it("is left alone when it was brought up to date, speaks of the past, or nothing went", () => {
    const dead = [point("AB1", "This clause has been deleted."), points[1] ?? ""];
    expect(findings([...points, ...idl], [...dead, ...idl.slice(0, 4), ...idl.slice(5)])).toEqual([]);
    const past = idl.map((line) => line.replace("// AB1", "// replaces AB1"));
    expect(findings([...points, ...past], [...dead, ...past])).toEqual([]);
    expect(findings([...points, ...idl], [...points, point("AB3", "More."), ...idl])).toEqual([]);
  });
});
