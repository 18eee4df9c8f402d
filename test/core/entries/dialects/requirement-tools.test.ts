import { doorstop } from "../../../../src/core/entries/dialects/doorstop.ts";
import { mystNeeds } from "../../../../src/core/entries/dialects/myst-needs.ts";
import { openFastTrace } from "../../../../src/core/entries/dialects/openfasttrace.ts";
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
  expect(spec.of("SPEC_7")).toMatchObject({ text: "Retry\n\nA call is tried twice.", references: ["REQ_1"] });
  expect(spec.text("REQ_1")).toContain("It shall wait.");
});
