import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

const lines = (...text: string[]) => text.join("\n");
const file = (text: string, path = "spec.md") => ({ path, text });
function changes(base: string, head: string) {
  const { diff } = compareSpecs([file(base)], [file(head)]);
  return diff.changes.map(({ id, kind, previousId }) => [
    id,
    kind,
    ...(previousId === null ? [] : [previousId]),
  ]);
}

const list = lines(
  "# One",
  "",
  "- `(AB1)` The client must connect to the primary host first.",
  "  - `(AB1a)` The client retries three times, see [AB2](#AB2).",
  "    Second line of the same entry.",
  "- `(AB2)` The client sends a heartbeat every ten seconds.",
);

describe("code-ID lists", () => {
  test("entries carry text, parent, section and references", () => {
    const [spec] = parseSpec([file(list)]).files;
    expect(spec?.dialect).toBe("code-id-list");
    expect(
      spec?.entries.map(({ id, parent, section, line, endLine, references }) => [
        id,
        parent,
        section,
        line,
        endLine,
        references,
      ]),
    ).toEqual([
      ["AB1", null, "One", 3, 3, []],
      ["AB1a", "AB1", "One", 4, 5, ["AB2"]],
      ["AB2", null, "One", 6, 6, []],
    ]);
    expect(spec?.entries[1]?.text).toBe(
      "The client retries three times, see [AB2](#AB2).\nSecond line of the same entry.",
    );
  });

  test("added, modified, editorial, removed", () => {
    expect(
      changes(list, `${list}\n- \`(AB3)\` The client closes idle connections after one minute.`),
    ).toEqual([["AB3", "added"]]);
    expect(changes(list, list.replace("three", "four"))).toEqual([["AB1a", "modified"]]);
    expect(changes(list, list.replace("must", "**must**"))).toEqual([["AB1", "editorial"]]);
    expect(changes(list, list.replace(/\n- `\(AB2\).*/, ""))).toEqual([["AB2", "removed"]]);
  });

  test("a tombstone retires, names what replaces it, and coming back restores", () => {
    const tombstone = list.replace(
      /`\(AB2\)`.*/,
      "`(AB2)` This clause has been replaced by [`AB3`](#AB3).\n- `(AB3)` The client sends a heartbeat every nine seconds.",
    );
    const { diff } = compareSpecs([file(list)], [file(tombstone)]);
    expect(diff.changes.map(({ id, kind, replaces }) => [id, kind, replaces])).toEqual([
      ["AB2", "retired", []],
      ["AB3", "added", ["AB2"]],
    ]);
    expect(changes(tombstone, list)).toContainEqual(["AB2", "restored"]);
  });

  test("a renamed ID, a moved entry and a new order are told apart", () => {
    expect(changes(list, list.replace("`(AB2)`", "`(AB9)`"))).toEqual([["AB9", "renamed", "AB2"]]);
    expect(changes(list, list.replace("- `(AB2)`", "  - `(AB2)`"))).toEqual([["AB2", "moved"]]);
    const swapped = lines(
      "# One",
      "",
      "- `(AB2)` The client sends a heartbeat every ten seconds.",
      ...list.split("\n").slice(2, 5),
    );
    expect(changes(list, swapped)).toHaveLength(1);
    expect(changes(list, swapped)[0]?.[1]).toBe("reordered");
  });

  test("a renamed section moves nothing", () => {
    expect(changes(list, list.replace("# One", "# Two"))).toEqual([]);
  });

  test("several markers in one paragraph, hard breaks, a space inside the tick", () => {
    const text = lines(
      "- `(AB1)` One must be.\\",
      "  `(AB2) ` Two must be.\\",
      "  in the sentence `(AB1)` is no marker",
      "",
      "`(AB3)` three",
      "",
      "nobody's",
    );
    const [spec] = parseSpec([file(text)]).files;
    expect(spec?.entries.map(({ id, text: own }) => [id, own])).toEqual([
      ["AB1", "One must be."],
      ["AB2", "Two must be.\nin the sentence `(AB1)` is no marker"],
      ["AB3", "three"],
    ]);
  });
});

describe("heading requirements", () => {
  const requirement = (id: string, text: string) => lines(`#### Requirement ${id}`, "", `> ${text}`, "");
  const a = "The API **MUST** give a provider to every client that asks.";
  const b = "The client **MUST** evaluate boolean flags without blocking.";
  const c = "The hook **MUST** run before the evaluation has begun.";
  const base = requirement("1.1", a) + requirement("1.2", b) + requirement("1.3", c);

  test("an inserted number renumbers the later ones and modifies none", () => {
    const extra = "The transport **SHOULD** keep at most four sockets open.";
    const head =
      requirement("1.1", a) + requirement("1.2", extra) + requirement("1.3", b) + requirement("1.4", c);
    expect(changes(base, head)).toEqual([
      ["1.2", "added"],
      ["1.3", "renamed", "1.2"],
      ["1.4", "renamed", "1.3"],
    ]);
  });

  test("re-wrapping a statement changes nothing", () => {
    expect(changes(base, base.replace("provider to", "provider\n> to"))).toEqual([]);
  });

  test("a number used twice is qualified by its kind, on both sides", () => {
    const condition = lines("#### Condition 1.2", "", "> The language has threads.", "");
    const { base: before, diff } = compareSpecs([file(condition)], [file(condition + requirement("1.2", b))]);
    expect(before.files[0]?.entries[0]?.id).toBe("condition 1.2");
    expect(diff.changes.map(({ id, kind }) => [id, kind])).toEqual([["requirement 1.2", "added"]]);
  });

  test("a number used in two files is qualified by its path", () => {
    const spec = parseSpec([file(requirement("1.1", a), "a.md"), file(requirement("1.1", b), "b.md")]);
    expect(spec.files.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual([
      "a.md#1.1",
      "b.md#1.1",
    ]);
  });
});

test("what changes outside the entries is named with the entries it names", () => {
  const idl = (type: string) =>
    `${list}\n\n# Interface Definition\n\n    class Client // AB1, AB2\n      connect(): ${type}\n`;
  const { diff } = compareSpecs([file(idl("void"))], [file(idl("Future"))]);
  expect(diff.changes).toEqual([]);
  expect(diff.outside.map(({ what, names }) => [what, names])).toEqual([["idl", ["AB1", "AB2"]]]);
});
