import fc from "fast-check";
import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { diffSpecs } from "../../../src/core/entries/diff-specs.ts";
import type { Entry, Spec } from "../../../src/core/entries/entry.ts";
import { normaliseText } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

const file = (text: string) => ({ path: "spec.md", text });

describe("properties", () => {
  const piece = fc.constantFrom(
    "- `(AB1)` must",
    "- `(AB1)` The client must wait.",
    "- The client MUST wait.",
    "The server MUST answer.",
    "  - `(AB2)` text",
    "`(AB3)` x",
    "# H",
    "#### Requirement 1.1",
    "> quote",
    "```",
    "~~~",
    "",
    "| a | b |",
    "|---|---|",
    "<!-- -->",
    "<div>",
    "r[a.b]",
    "### Requirement: T",
    "- **FR-001**: x",
    "1. WHEN x THE y SHALL z",
    "    code",
    "[a]: b",
    "---",
    "\t- x",
    "> - `(AB4)` y",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join("\n")),
    fc.string({ maxLength: 200 }),
  );

  test("never throws, and every position is inside the source", () => {
    fc.assert(
      fc.property(text, (source) => {
        const count = source.split(/\r\n|\n|\r/).length;
        for (const entry of parseSpec([file(source)]).files[0]?.entries ?? []) {
          expect(entry.line).toBeGreaterThanOrEqual(1);
          expect(entry.endLine).toBeGreaterThanOrEqual(entry.line);
          expect(entry.endLine).toBeLessThanOrEqual(count);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a spec compared with itself has no change", () => {
    fc.assert(
      fc.property(text, (source) => {
        // Each side is read anew: `compareSpecs` does not even look at a file that is the same on both.
        expect(diffSpecs(parseSpec([file(source)]), parseSpec([file(source)]))).toEqual([]);
        const other = file("- `(ZZ9)` Another file that changes.");
        const { diff } = compareSpecs([file(source)], [file(source), { ...other, path: "other.md" }]);
        expect(diff.changes.map(({ id }) => id)).toEqual(["ZZ9"]);
      }),
      { numRuns: 300 },
    );
  });

  test("an ID that stands twice is reported", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { head, diff } = compareSpecs([], [file(source)]);
        const ids = head.files.flatMap((spec) => spec.entries.map((entry) => entry.id));
        const reported = diff.findings.some(({ rule }) => rule === "duplicate-id");
        expect(reported).toBe(new Set(ids).size < ids.length);
      }),
      { numRuns: 300 },
    );
  });

  test("the changes applied to base's entries give head's, text by text", () => {
    const madeUp = new Set(["statement", "group", "example"]);
    const keyOf = (entry: Entry) =>
      `${madeUp.has(entry.kind) ? "" : entry.id}\n${entry.status}\n${normaliseText(entry.text)}`;
    const keys = (spec: Spec) => spec.files.flatMap((one) => one.entries.map(keyOf));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { base, head, diff } = compareSpecs([file(before)], [file(after)]);
        const now = keys(base);
        for (const change of diff.changes) {
          if (change.before) now.splice(now.indexOf(keyOf(change.before)), 1);
          if (change.after) now.push(keyOf(change.after));
        }
        expect(now.sort()).toEqual(keys(head).sort());
      }),
      { numRuns: 300 },
    );
  });
});
