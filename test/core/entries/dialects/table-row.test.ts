import { tableRow } from "../../../../src/core/entries/dialects/table-row.ts";
import { read } from "../../../support/read-entries.ts";

const spec = read(
  tableRow,
  "en/v1.md",
  "## V1 Keys",
  "| # | Description | L1 | CWE |",
  "| :---: | :--- | :---: | :---: |",
  "| **1.1.1** | Verify that keys rotate, as in 1.1.3. |  ✓ | 320 |",
  "| **1.1.2** | [DELETED, MERGED TO 1.1.1, 2.4.1] | | |",
  "| **1.1.3** | [MODIFIED, SPLIT TO 1.1.1] Verify that keys are long. | | |",
);

it("reads a row by its key, cell by cell, without padding", () => {
  expect(spec.ids.filter((id) => !id.includes("#"))).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
  expect(spec.text("1.1.1")).toBe("Verify that keys rotate, as in 1.1.3.\nL1: ✓\nCWE: 320");
  expect(spec.of("1.1.1").references).toEqual(["1.1.3"]);
});

it("believes the author's tags", () => {
  expect(spec.of("1.1.2")).toMatchObject({ status: "retired", replacedBy: ["1.1.1", "2.4.1"] });
  expect(spec.of("1.1.3")).toMatchObject({ status: "live", replacedBy: ["1.1.1"] });
});

it("reads keys such as end-4a beside the prose's rules", () => {
  const protocol = read(
    tableRow,
    "spec.md",
    "## Endpoints",
    "A registry MUST answer these.",
    "",
    "| ID | Method |",
    "|----|--------|",
    "| end-1 | `GET` |",
    "| end-4a | `POST` |",
    "| end-4b | `POST` |",
  );
  expect(protocol.ids).toEqual(
    ["spec.md#endpoints", "spec.md#endpoints/a-registry-must-answer-these", "end-1", "end-4a", "end-4b"].map(
      (id) => id.replace("spec.md#", "spec.md#"),
    ),
  );
  expect(protocol.parent("end-4a")).toBe("spec.md#endpoints");
});
