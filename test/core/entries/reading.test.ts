import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { markdownForModel } from "../../../src/core/model-text.ts";

const file = (path: string, ...lines: string[]) => ({ path, text: lines.join("\n") });
const idsIn = (...files: { path: string; text: string }[]) =>
  parseSpec(files).files.flatMap(({ entries }) => entries.map(({ id }) => id));

it("takes a row of a test plan for a mention of what another file defines", () => {
  const spec = file(
    "docs/needs.md",
    "- **STO-01**: Stock is counted.",
    "- **STO-02**: Stock is never negative.",
  );
  const plan = file(
    "docs/test-plan.md",
    "| ID | How |",
    "|---|---|",
    "| STO-01 | count by hand |",
    "| STO-02 | sell all |",
  );
  expect(idsIn(spec, plan)).toEqual(["docs/needs.md#STO-01", "docs/needs.md#STO-02"]);
  expect(idsIn(plan)).toEqual(["docs/test-plan.md#STO-01", "docs/test-plan.md#STO-02"]);
});

it("reads IDs inside the sections of a file whose rules have none", () => {
  const rules = ["connect", "wait", "answer", "close"].map((verb) => `The client MUST ${verb} at once.\n`);
  const spec = file("a.md", "# Wire", "", ...rules, "- **REQ-1**: It MUST log.");
  expect(parseSpec([spec]).files[0]?.dialect).toBe("prose");
  expect(idsIn(spec)).toContain("a.md#REQ-1");
  expect(idsIn(spec)).toHaveLength(6);
});

it("keeps what a file of its own requirements defines, whatever its name and title say", () => {
  const feature = (title: string, rule: string) =>
    `# ${title}\n\n- **FR-001**: ${rule}\n- **FR-002**: A plan has a price.\n`;
  const read = parseSpec([
    { path: "specs/plan-choice.md", text: feature("Plan choice", "There are three plans to choose from.") },
    { path: "specs/order-history.md", text: feature("History", "The history goes back for a year.") },
    { path: "notes/support.md", text: feature("Support", "A case has at most five files.") },
  ]);
  expect(read.files.map(({ entries }) => entries.length)).toEqual([2, 2, 0]);
  const [alone] = parseSpec([
    { path: "notes/support.md", text: feature("Support", "A case has five files.") },
  ]).files;
  expect(alone?.entries).toHaveLength(2);
  const log = "# 1.2\n\n- **FR-001**: three plans to choose from now\n- **FR-002**: prices are shown again\n";
  expect(parseSpec([{ path: "CHANGELOG.md", text: log }]).files[0]?.entries).toEqual([]);
});

it("calls rows of equal headings by the headings above them", () => {
  const table = (name: string) => [
    "",
    `## ${name}`,
    "",
    "### Body",
    "",
    "| Field | Rules |",
    "|---|---|",
    "| id | MUST be set. |",
  ];
  const text = ["# Calls specification", ...table("open"), ...table("close")].join("\n");
  const rows = parseSpec([{ path: "calls-spec.md", text }]).files[0]?.entries.filter(
    ({ kind }) => kind === "row",
  );
  expect(rows?.map(({ id }) => id)).toEqual(["calls-spec.md#open/body/id", "calls-spec.md#close/body/id"]);
});

it("calls equal headings by those above them, and one more renames none", () => {
  const object = (name: string) => [`## ${name}`, "", "### Limits", "", `A ${name} MUST be short.`, ""];
  const before = file("spec.md", "# T", "", ...object("Name"), ...object("Tag"));
  const after = file("spec.md", "# T", "", ...object("Name"), ...object("Note"), ...object("Tag"));
  const { changes } = compareSpecs([before], [after]).diff;
  expect(changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "added spec.md#note",
    "added spec.md#note/limits",
    "added spec.md#note/limits/a-note-must-be-short",
  ]);
});

it.each([
  [
    "a second one of a label",
    "- `(LM1)` The client waits.[^1]\n\n[^1]: For the server.\n\n[^1]: HIDDEN words.",
  ],
  ["one that names itself", "- `(LM1)` The client waits.\n\n  [^x]: HIDDEN words [^x]"],
  ["two that name each other", "- `(LM1)` The client waits.\n\n  [^x]: See [^y]\n\n[^y]: HIDDEN words [^x]"],
])("adds no footnote that the page does not show: %s", (_what, lines) => {
  const [entry] = parseSpec([{ path: "spec.md", text: `# L\n\n${lines}\n` }]).files.flatMap(
    ({ entries }) => entries,
  );
  expect(markdownForModel(entry?.text ?? "HIDDEN")).not.toContain("HIDDEN");
});

it("reads a footnote where it is referred to", () => {
  const spec = (days: string) =>
    file(
      "a.md",
      "- **FR-1**: A link MUST expire.[^age]",
      "- **FR-2**: It MUST be short.",
      "",
      `[^age]: After ${days} days.`,
    );
  const { changes } = compareSpecs([spec("3")], [spec("4")]).diff;
  expect(changes.map(({ id, kind }) => [id, kind])).toEqual([["a.md#FR-1", "modified"]]);
});

it("names changed files that were not read, with what makes them read", () => {
  const talk = (word: string) => file("docs/talk.md", "# Talk", "", `The ${word} shows it.`);
  const [base, head] = [talk("cart"), talk("basket")];
  const { unread } = compareSpecs([base], [head]);
  expect(unread).toMatchObject([{ file: "docs/talk.md", config: 'dialects: { "docs/talk.md": prose }' }]);
  const dialects = { "docs/talk.md": "prose" };
  const { diff, unread: none } = compareSpecs([base], [head], { dialects });
  expect(none).toEqual([]);
  expect(diff.changes.map(({ kind }) => kind)).toEqual(["modified"]);
});

it("tells it where the ID stands, also when the old entry went to another file", () => {
  const one = (path: string, ...rules: string[]) =>
    file(path, ...rules.map((rule, at) => `- **FR-00${String(at + 1)}**: The cart MUST ${rule}.`));
  const [cart, till] = ["specs/001-cart/spec.md", "specs/002-till/spec.md"];
  const keeps = "keep the items of a guest for thirty days after the last visit";
  const { findings } = compareSpecs(
    [one(cart, keeps, "show the total of all items")],
    [one(cart, "refuse a negative amount", "show the total of all items"), one(till, keeps)],
  ).diff;
  const told = findings.filter(({ rule }) => rule === "renumbered-id");
  expect(told.every((finding) => finding.file === cart)).toBe(true);
});

it("tells that an ID means another entry when one is put before it", () => {
  const list = (...rules: string[]) =>
    file(
      "specs/001-cart/spec.md",
      ...rules.map((rule, at) => `- **FR-00${String(at + 1)}**: The cart MUST ${rule}.`),
    );
  const before = list(
    "show the total of all items",
    "keep items for thirty days",
    "follow FR-002 on every device",
  );
  const after = list(
    "show the total of all items",
    "refuse a negative amount",
    "keep items for thirty days",
    "follow FR-003 on every device",
  );
  const { changes, findings } = compareSpecs([before], [after]).diff;
  expect(changes.map(({ kind }) => kind)).toEqual(["added", "renamed", "renamed"]);
  expect(findings.map(({ rule }) => rule)).toContain("renumbered-id");
});

it("qualifies numbers that two files share on both sides", () => {
  const doc = (name: string, word: string) =>
    file(
      name,
      "# 1 A",
      "It shall.",
      "## 1.1 B",
      `It shall ${word}.`,
      "## 1.2 C",
      "It shall.",
      "It may.",
      "It must.",
    );
  const { diff } = compareSpecs(
    [doc("a.md", "go"), doc("b.md", "go")],
    [doc("a.md", "stay"), doc("b.md", "stay")],
  );
  expect(diff.changes.map(({ id }) => id)).toEqual(["a.md#1.1", "b.md#1.1"]);
  expect(diff.findings).toEqual([]);
});
