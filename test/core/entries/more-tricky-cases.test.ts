import { compare, entries, filler, point, requirement } from "../../support/one-file.ts";

/** Cases seen in real specifications, in words of our own; the numbers are those of the survey they come from. */
it("T15 a renamed section moves nothing", () => {
  const side = (title: string) => [`## ${title}`, "", ...filler];
  expect(compare(side("Map"), side("Internal map")).kinds).toEqual([]);
});

it("T16 a point that only changes place among its siblings is reordered", () => {
  const [one = "", two = "", three = ""] = filler;
  expect(compare([one, two, three], [three, one, two]).kinds).toEqual(["reordered ZZ3"]);
});

it("T18 case inside a code span is meaning", () => {
  const side = (word: string) => [...filler, point("AB1", `The action is \`${word}\`.`)];
  expect(compare(side("Presence"), side("PRESENCE")).kinds).toEqual(["modified AB1"]);
});

it("T19 a small edit of words is no mere formatting", () => {
  const side = (word: string) => [...filler, point("AB1", `The name is ${word} before it is sent.`)];
  expect(compare(side("encoded"), side("decoded")).kinds).toEqual(["modified AB1"]);
});

it("T20 a changed payload outside every entry is reported as such", () => {
  const side = (type: string) => [
    ...filler,
    "",
    "## Interface",
    "",
    "```",
    "class Client:",
    `  close() -> ${type} // ZZ1`,
    "```",
  ];
  const { kinds, outside } = compare(side("bool"), side("void"));
  expect(kinds).toEqual([]);
  expect(outside).toMatchObject([{ names: ["ZZ1"] }]);
});

it("T21 a heading inside a quote is no entry", () => {
  const lines = [...requirement("2.2", "It **MUST** be."), "> ##### Requirement 2.2.1", ">", "> Quoted."];
  expect(entries(lines, "a.md").ids).toEqual(["2.2"]);
});

it("T23 a label that disagrees with its target leads to the target's entry or its label's, and breaks nothing", () => {
  const lines = [
    ...requirement("3.1", "It **MUST** be, see [3.2](#requirement-31)."),
    ...requirement("3.2", "So **MUST** this."),
  ];
  expect(entries(lines, "a.md").ids).toEqual(["3.1", "3.2"]);
});

it("T24 one ID that two authors took is reported at its second use", () => {
  const base = [...filler];
  const head = [...filler, point("AB1", "The client must open."), point("AB1", "The server must answer.")];
  const { kinds, findings } = compare(base, head);
  expect(kinds).toEqual(["added AB1", "added AB1"]);
  expect(findings.map(({ rule, id, line }) => [rule, id, line])).toEqual([["duplicate-id", "AB1", 5]]);
});

it("T25 placeholders stay text", () => {
  const text = "Version {{ SPECIFICATION_VERSION }} is sent.";
  expect(entries([...filler, point("AB1", text)]).all.at(-1)?.text).toBe(text);
});

it("T26 a version to be determined does not hide a tombstone", () => {
  const lines = [
    ...filler,
    point("AB1", "This clause has been deleted. It was valid up to and including version `TBD`."),
  ];
  expect(entries(lines).all.at(-1)?.status).toBe("retired");
});

it("T27 markers inside a fence are no entries", () => {
  const lines = [...filler, "", "```", point("AB1", "quoted"), "```"];
  expect(entries(lines).ids).toEqual(["ZZ1", "ZZ2", "ZZ3"]);
});

it("T28 a pull request of 600 points is compared at once", () => {
  const head = Array.from({ length: 600 }, (_, index) =>
    point(`AB${index}`, `Rule number ${index} of this long list.`),
  );
  expect(compare(filler, [...filler, ...head]).kinds).toHaveLength(600);
});

it("T13 wrapper lines are nobody's text", () => {
  const lines = [
    ...filler,
    "",
    "<div class=deprecated>",
    "",
    "`(AB1)` A paragraph of its own.",
    "",
    "</div>",
  ];
  expect(entries(lines).all.at(-1)?.text).toBe("A paragraph of its own.");
});

it("T14 a heading that is indented code adds no entry and ends none wrongly", () => {
  const lines = [
    ...filler,
    point("AB1", "Before."),
    "",
    "      h4. Lost heading",
    "",
    point("AB2", "Behind."),
  ];
  expect(entries(lines).ids.slice(3)).toEqual(["AB1", "AB2"]);
});

it("T17 an edit of a reference alone is a change of the entry", () => {
  const side = (id: string) => [...filler, point("AB1", `See [${id}](#${id}).`)];
  expect(compare(side("ZZ1"), side("ZZ2")).kinds).toEqual(["modified AB1"]);
});

it("T22 a rule that moves from the statement into the prose below it changes the entry", () => {
  const side = (quote: string, prose: string) => [...requirement("5.1", quote), prose, ""];
  const base = side("Hooks **MUST** run in order: first before, then after.", "They are useful.");
  const head = side(
    "Hooks **MUST** run in order.",
    "They are useful. The order is first before, then after.",
  );
  expect(compare(base, head, "a.md").kinds).toEqual(["modified 5.1"]);
});
