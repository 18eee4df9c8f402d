import { doorstop } from "../../../../src/core/entries/dialects/doorstop.ts";
import { mystNeeds } from "../../../../src/core/entries/dialects/myst-needs.ts";
import { openFastTrace } from "../../../../src/core/entries/dialects/openfasttrace.ts";
import { strictDoc } from "../../../../src/core/entries/dialects/strictdoc.ts";
import { read } from "../../../support/read-entries.ts";

it("reads OpenFastTrace items without their revision, and what they cover", () => {
  const spec = read(
    openFastTrace,
    "a.md",
    "# Import",
    "## Empty rows",
    "`req~import.empty-rows~4`",
    "",
    "The importer skips empty rows.",
    "",
    "Covers:",
    "",
    "- `feat~import~1`",
    "",
    "## Encoding",
    "",
    "`req~import.encoding~1`",
    "",
    "The importer reads UTF-8.",
  );
  expect(spec.ids).toEqual(["req~import.empty-rows", "req~import.encoding"]);
  expect(spec.of("req~import.empty-rows").references).toEqual(["feat~import"]);
  expect(spec.text("req~import.encoding")).toBe("Encoding\n\nThe importer reads UTF-8.");
});

it("calls a Doorstop item by its file, and an inactive one retired", () => {
  const lines = (active: string) => [
    "---",
    `active: ${active}`,
    "level: 1.4",
    "links:",
    "- SYS003: abc",
    "---",
    "",
    "It shall wait.",
  ];
  const spec = read(doorstop, "reqs/SRD014.md", ...lines("true"));
  expect(spec.of("SRD014")).toMatchObject({ text: "It shall wait.", references: ["SYS003"], status: "live" });
  expect(read(doorstop, "reqs/SRD014.md", ...lines("false")).of("SRD014").status).toBe("retired");
  expect(read(doorstop, "reqs/notes.md", ...lines("true")).confidence).toBe(0);
});

it("reads needs of MyST in both fences", () => {
  const spec = read(
    mystNeeds,
    "a.md",
    "```{spec} Retry",
    ":id: SPEC_7",
    ":links: REQ_1",
    "",
    "A call is tried twice.",
    "```",
    "",
    "::::{req} Wait",
    ":id: REQ_1",
    "",
    ":::{note}",
    "Briefly.",
    ":::",
    "It shall wait.",
    "::::",
  );
  expect(spec.ids).toEqual(["SPEC_7", "REQ_1"]);
  expect(spec.of("SPEC_7")).toMatchObject({ text: "A call is tried twice.", references: ["REQ_1"] });
  expect(spec.text("REQ_1")).toContain("It shall wait.");
});

describe("StrictDoc", () => {
  it("reads nodes below headings and records in a section, without the fields about them", () => {
    const spec = read(
      strictDoc,
      "a.md",
      "# Pump",
      "",
      "**UID**: PUMP \\",
      "**Grammar**: pump.gra.md",
      "",
      "## Pressure",
      "",
      "**MID**: 7c1e \\",
      "**UID**: M-1 \\",
      "**Status**: Deprecated",
      "",
      "**Statement**: The pump shall stop at 9 bar.",
      "",
      "### Relief",
      "",
      "**UID**: M-2",
      "",
      "A valve shall open, as in [LINK: M-1].",
      "",
      "## Alarms",
      "",
      "**Type**: SECTION",
      "",
      "**Type**: REQUIREMENT \\",
      "**UID**: AL/7",
      "",
      "A lamp is lit.",
      "",
      "**Type**: REQUIREMENT \\",
      "**UID**: AL/8",
      "",
      "A horn sounds.",
    );
    expect(spec.ids).toEqual(["M-1", "M-2", "AL/7", "AL/8"]);
    expect(spec.of("M-1")).toMatchObject({
      text: "Pressure\n\n**Statement**: The pump shall stop at 9 bar.",
      status: "deprecated",
    });
    expect(spec.of("M-2")).toMatchObject({ parent: "M-1", references: ["M-1"] });
    expect(spec.text("AL/7")).toBe("A lamp is lit.");
  });

  it("reads blocks of requirements", () => {
    const spec = read(
      strictDoc,
      "a.md",
      "[[SECTION]]",
      "TITLE: Gate",
      "",
      "[REQUIREMENT]",
      "UID: GT-1",
      "TITLE: Closing",
      "STATEMENT: >>>",
      "The gate shall close in 4 s.",
      "",
      "It stops at an obstacle.",
      "<<<",
      "",
      "[TEXT]",
      "STATEMENT: Words.",
      "",
      "[REQUIREMENT]",
      "UID: GT-2",
      "STATEMENT: The gate shall be red.",
    );
    expect(spec.ids).toEqual(["GT-1", "GT-2"]);
    expect(spec.text("GT-1")).toMatch(/It stops at an obstacle\.\n<<<$/);
    expect(spec.text("GT-2")).toBe("STATEMENT: The gate shall be red.");
    expect(read(strictDoc, "a.md", "# UID", "", "The UID of a user is a number.").confidence).toBe(0);
  });
});
