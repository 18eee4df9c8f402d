import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

const page = (path: string, text: string) => ({ path, text });

/** Of each changed entry what is to be done, by the last part of its ID. */
function paths(path: string, before: string, after: string): Record<string, string> {
  const { recommendations } = reviewSpecs({
    base: "b",
    head: "h",
    baseFiles: before === "" ? [] : [page(path, before)],
    headFiles: [page(path, after)],
  });
  return Object.fromEntries(
    recommendations.map(({ change, path: way }) => [
      `${change.kind} ${change.id.replace(/^[^#]*#/, "")}`,
      way,
    ]),
  );
}

const keyWords = "The key words MUST and SHOULD are to be read as in RFC 2119.\n\n";

describe("the same heading under each object", () => {
  const object = (name: string, about: string, row: string) =>
    `## ${name}\n\n${about}\n\n### Fields\n\n| Name | Type | Meaning |\n|---|---|---|\n${row}\n\n`;
  const parcel = object(
    "Parcel",
    "What is sent.",
    '| <a id="parcel-weight"></a>weight | int | It MUST be given. |',
  );
  const label = (rule: string) =>
    object("Label", "What is stuck on it.", `| <a id="label-code"></a>code | text | It MUST be ${rule}. |`);
  const sender = (about: string) =>
    object("Sender", about, '| <a id="sender-city"></a>city | text | It MUST NOT be empty. |');

  test.each([
    "Holds the address of who sends it.",
    "Describes a person.",
    "An object that identifies a shop.",
  ])("one more object, which %j, changes no other", (about) => {
    const before = `# Parcel format\n\n${keyWords}${parcel}${label("short")}`;
    const after = `# Parcel format\n\n${keyWords}${parcel}${sender(about)}${label("unique")}`;
    expect(paths("format.md", before, after)).toEqual({
      "added sender": "none",
      "added sender/fields": "none",
      "added sender-city": "code",
      "modified label-code": "code",
    });
  });

  test("a section that says what happens is to be built", () => {
    const before = `# Parcel format\n\n${keyWords}${parcel}${label("short")}`;
    const after = `# Parcel format\n\n${keyWords}${parcel}${label("short")}${sender("The carrier deletes it.")}`;
    expect(paths("format.md", before, after)).toMatchObject({ "added sender": "code" });
  });
});

describe("a footnote", () => {
  const spec = (rule: string, note: string) =>
    `# Names standard\n\n${keyWords}## Names\n\n${rule} An alias MUST be short.\n\n## Licence\n\nFree.\n\n${note}\n`;
  const plain = spec("A name MUST have 3 to 40 letters.", "");

  test.each([
    "[^a]: Usually shorter ones are enough.",
    "[^a]: The bound is that of `useradd`, as told in RFC 1035 since 1987.",
    "[^a]: Historically taken from the\n    older `names` table.",
  ])("that explains asks for nothing: %s", (note) => {
    const after = spec("A name MUST have 3 to 40 letters.[^a]", note);
    expect(Object.values(paths("names.md", plain, after))).toEqual(["none"]);
  });

  test.each([
    "[^a]: Guests have none.",
    "[^a]: Usually only letters of one script.",
    "[^a]: Often 12 are enough.",
    "[^a]: Typically the owner deletes it when the list is full.",
    "[^a]: The server sends it again.",
  ])("that may bind is to be read: %s", (note) => {
    const after = spec("A name MUST have 3 to 40 letters.[^a]", note);
    expect(Object.values(paths("names.md", plain, after))).not.toContain("none");
  });

  test("whose mark goes to another word changes the rule", () => {
    const note = "[^a]: Only on sign-up.";
    const before = spec("A name[^a] MUST have 3 to 40 letters.", note);
    const after = spec("A name MUST have 3 to 40 letters.[^a]", note);
    expect(Object.values(paths("names.md", before, after))).not.toContain("none");
  });
});

describe("a section that argues", () => {
  const proposal = (heading: string, words: string) =>
    `# Cap standard\n\n${keyWords}## ${heading}\n\n${words}\n\n## Rules\n\nThe node MUST refuse a block over 1 MB. It MUST answer with 7.\n`;

  test.each([
    "Motivation",
    "2. Motivation",
    "Abstract",
    "Rationale and alternatives",
    "Rejected ideas",
    "Drawbacks",
  ])("%s: `must` in small letters is no rule", (heading) => {
    const after = proposal(heading, "Every node must be able to take the largest block. It must stay cheap.");
    expect(Object.values(paths("cap.md", proposal(heading, "Blocks are slow."), after))).toEqual(["none"]);
  });

  test.each([
    ["Motivation", "Every node MUST take the largest block."],
    ["Limits", "Every node must take the largest block."],
  ])("%s: %s", (heading, rule) => {
    const found = paths("cap.md", proposal(heading, "Blocks are slow."), proposal(heading, rule));
    expect(Object.values(found)).toContain("code");
  });
});
