import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { withGaps } from "../../../src/core/entries/with-gaps.ts";

const entriesOf = (lines: readonly string[]) =>
  parseSpec([{ path: "spec/ovens.md", text: lines.join("\n") }]).files.flatMap(({ entries }) => entries);

test("where other entries stand between the lines of one, its quote says that something is left out", () => {
  const entries = entriesOf([
    "# Ovens",
    "",
    "- `(OV1)` An oven has a door.",
    "  - `(OV1a)` The door MUST be shut while it is hot.",
    "",
    "  It stays shut for a minute.",
    "- `(OV2)` An oven has a lamp.",
    "",
    "  It is white.",
    "- `(OV3)` An oven has a bell.",
  ]);
  const shown = (id: string): string =>
    withGaps(entries.find((one) => one.id === id) ?? { text: "", lines: [] });
  expect(shown("OV1")).toMatch(/^An oven has a door\.\n+…\nIt stays shut for a minute\.$/);
  expect(shown("OV1a")).toBe("The door MUST be shut while it is hot.");
  expect(shown("OV2")).toBe("An oven has a lamp.\n\nIt is white.");
});
