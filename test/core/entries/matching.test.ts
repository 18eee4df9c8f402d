import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";

/** Which entry at head is which at base, where neither ID nor text alone says it. */
function kinds(base: SourceFile[], head: SourceFile[]): string[] {
  const { changes } = compareSpecs(base, head).diff;
  return changes.map(
    ({ kind, id, previousId, moved }) =>
      `${kind} ${id}${previousId === null ? "" : ` < ${previousId}`}${moved ? " moved" : ""}`,
  );
}
const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join("\n") });
const point = (id: string, text: string): string => `- \`(${id})\` ${text}`;
const list = (...lines: string[]): SourceFile[] => [file("a.md", ...lines)];
const stays = point("ZZ1", "A point that stays where it is.");

const words = "The client must send every waiting message in its order before it closes";

describe("an ID that is gone and one that is new", () => {
  it("are a renaming when the texts are alike, and none when they are not", () => {
    const base = list(stays, point("AB1", `${words} the transport.`));
    expect(kinds(base, list(stays, point("AB2", `${words} the connection.`)))).toEqual(["renamed AB2 < AB1"]);
    expect(kinds(base, list(stays, point("AB2", "Another rule about something else entirely.")))).toEqual([
      "added AB2",
      "removed AB1",
    ]);
  });

  it("are none when one text is more than twice as long", () => {
    const short = "The client must close the transport.";
    const long = `${short} ${short} ${short}`;
    expect(kinds(list(stays, point("AB1", short)), list(stays, point("AB2", long)))).toEqual([
      "added AB2",
      "removed AB1",
    ]);
  });

  it("are none when the text is too short to tell", () => {
    expect(kinds(list(stays, point("AB1", "Reserved.")), list(stays, point("AB2", "Reserved.")))).toEqual([
      "added AB2",
      "removed AB1",
    ]);
  });

  it("are none when the same text stands twice: nobody knows which it was", () => {
    const text = "The client must close the transport now.";
    const twice = list(stays, point("AB1", text), point("AB2", text));
    expect(kinds(twice, list(stays, point("AB1", text), point("AB3", text)))).toEqual(["renamed AB3 < AB2"]);
    expect(
      kinds(list(stays, point("AB1", text)), list(stays, point("AB2", text), point("AB3", text))),
    ).toEqual(["renamed AB2 < AB1", "added AB3"]);
  });

  it("go to the one that is most alike", () => {
    const base = list(
      stays,
      point("AB1", `${words} the old transport.`),
      point("AB2", `${words} the new link.`),
    );
    const head = list(
      stays,
      point("AB7", `${words} the new link!`),
      point("AB8", `${words} the old transport again.`),
    );
    expect(kinds(base, head)).toEqual(["renamed AB7 < AB2", "renamed AB8 < AB1"]);
  });
});

it("texts that change places have changed their IDs", () => {
  const one = "The client must close the transport when it is idle.";
  const two = "The server should answer each ping within a second.";
  expect(
    kinds(list(point("AB1", one), point("AB2", two)), list(point("AB1", two), point("AB2", one))),
  ).toEqual(["renamed AB1 < AB2", "renamed AB2 < AB1"]);
});

it("a copy of a rule that stays as it was is new, not the rule moved", () => {
  const one = "The client must close the transport when it is idle for a minute.";
  const base = list(point("AB1", one), stays);
  const head = list(point("AB1", one.replace("minute", "second")), stays, point("AB2", one));
  expect(kinds(base, head)).toEqual(["modified AB1", "added AB2"]);
});

describe("a file with another name", () => {
  const criteria = (...texts: string[]): string[] => texts.map((text, i) => `- **FR-00${i + 1}**: ${text}`);
  const texts = [
    "The importer MUST read every row of the file.",
    "The importer MUST skip rows that are empty.",
    "The importer SHOULD report how many it has read.",
  ];

  it("moves its entries, changed ones too, since half of them read alike", () => {
    const base = [file("specs/001-import/spec.md", ...criteria(...texts))];
    const [one = "", two = ""] = texts;
    const head = [
      file("specs/001-reading/spec.md", ...criteria(one, two, "Nothing of the kind happens any more.")),
    ];
    expect(kinds(base, head)).toEqual([
      "moved specs/001-reading#FR-001 < specs/001-import#FR-001 moved",
      "moved specs/001-reading#FR-002 < specs/001-import#FR-002 moved",
      "modified specs/001-reading#FR-003 < specs/001-import#FR-003 moved",
    ]);
  });

  it("is another file when only its numbers are the same", () => {
    const base = [
      file("specs/001-import/spec.md", ...criteria("The importer MUST read every row.", "It MUST count.")),
    ];
    const head = [
      file(
        "specs/002-export/spec.md",
        ...criteria("An export MAY be cancelled at will.", "Users SHOULD see."),
      ),
    ];
    expect(kinds(base, head)).toEqual([
      "added specs/002-export#FR-001",
      "added specs/002-export#FR-002",
      "removed specs/001-import#FR-001",
      "removed specs/001-import#FR-002",
    ]);
  });

  it("goes to the one that has most of it", () => {
    const base = [file("specs/a/spec.md", ...criteria(...texts))];
    const [one = "", two = "", three = ""] = texts;
    const head = [
      file(
        "specs/b/spec.md",
        ...criteria("A wholly different rule for sure.", "Yet another thing MUST be.", `${three} Or so.`),
      ),
      file("specs/c/spec.md", ...criteria(one, two, `${three} And why.`)),
    ];
    expect(kinds(base, head)).toContain("moved specs/c#FR-001 < specs/a#FR-001 moved");
    expect(kinds(base, head)).toContain("modified specs/c#FR-003 < specs/a#FR-003 moved");
  });
});

describe("rules without IDs", () => {
  const spec = (...lines: string[]): SourceFile[] => [file("docs/wire.md", "# Wire", "", ...lines)];
  const rest = ["", "A node MUST answer pings.", "", "A node SHOULD log them.", "", "A node MUST NOT sleep."];

  it("are followed where they stand when half of their words stay", () => {
    const base = spec("A sender MUST pad each frame to 16 bytes with zeros.", ...rest);
    const head = spec("Senders MUST pad each frame to 32 bytes with ones.", ...rest);
    expect(kinds(base, head)).toEqual([
      "modified docs/wire.md#wire/senders-must-pad-each-frame-to-32 < docs/wire.md#wire/a-sender-must-pad-each-frame-to",
    ]);
  });

  it("are others when less than half stays", () => {
    const base = spec("A sender MUST pad each frame to 16 bytes with zeros.", ...rest);
    const head = spec("Receivers MUST close whatever they have not been asked to open.", ...rest);
    expect(kinds(base, head).map((kind) => kind.split(" ")[0])).toEqual(["added", "removed"]);
  });

  it("in two files are the same only when they say enough", () => {
    const short = "It MUST NOT be empty.";
    const other = file("docs/other.md", "# Other", "", "B MUST c.", "", "B MUST d.", "", "B MUST e.");
    const base = [...spec(short, ...rest), other];
    const head = [...spec(...rest), { ...other, text: `${other.text}\n\n${short}` }];
    expect(kinds(base, head).map((kind) => kind.split(" ")[0])).toEqual(["added", "removed"]);
    const long =
      "Every message that a node has taken but not yet passed on MUST be kept on its disk until the next one answers.";
    const far = kinds(
      [...spec(long, ...rest), other],
      [...spec(...rest), { ...other, text: `${other.text}\n\n${long}` }],
    );
    expect(far.map((kind) => kind.split(" ")[0])).toEqual(["moved"]);
  });
});

describe("a paragraph that passes from a section to a rule in it", () => {
  const talk = "Frames carry data between nodes.";
  const section = (...lines: string[]): SourceFile[] => [
    file("docs/wire.md", "# Wire", "", "A MUST b.", "", "C MUST d.", "", "## Frames", "", ...lines),
  ];
  const idsOf = (base: SourceFile[], head: SourceFile[]) =>
    kinds(base, head).map((kind) => kind.replace("docs/wire.md#", ""));

  it("leaves the section as it was", () => {
    const base = section(talk, "", "E MUST f.");
    const head = section(`${talk} A sender MUST pad them.`, "", "E MUST f.");
    expect(idsOf(base, head)).toEqual(["added frames/a-sender-must-pad-them"]);
    expect(idsOf(head, base)).toEqual([
      "removed docs/wire.md#frames/a-sender-must-pad-them".replace("docs/wire.md#", ""),
    ]);
  });

  it("does not excuse what else changed in the section", () => {
    const base = section(talk, "", "E MUST f.");
    const head = section(`${talk} A sender MUST pad them.`, "", "Frames are small.", "", "E MUST f.");
    expect(idsOf(base, head)).toEqual(["modified frames", "added frames/a-sender-must-pad-them"]);
  });
});
