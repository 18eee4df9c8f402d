import {
  neighbouringEntries,
  type PlacedEntry,
  requestedEntries,
} from "../../../src/core/code/requested-entries.ts";
import { buildRecommendation } from "../../support/review.ts";

test("an entry that went is given with what it said, and that nothing takes its place", () => {
  const removed = buildRecommendation({ id: "A1", kind: "removed", path: "none", before: "It beeps twice." });
  const [entry] = requestedEntries([removed], { base: new Map(), head: new Map() });
  expect(entry).toMatchObject({ id: "A1", previousText: "It beeps twice." });
  expect(entry?.text).toContain("taken out of the specification");
  expect(entry?.text).not.toContain("beeps");
});

test("an entry that begins with a term of the change is its definition, and a neighbour", () => {
  const place = { kind: "entry", file: "spec.md", line: 1, parent: null } as const;
  const at = (id: string, text: string, status: "live" | "retired" = "live") =>
    [id, { ...place, id, text, status }] as const;
  const head = new Map([
    at("A1", "The `tray` of the lamp is read."),
    at("B1", "> The `flag tray` **MUST** be a structure."),
    at("B2", "`Flag tray` was a list.", "retired"),
    at("C1", "Nothing is said of a `flag tray` here."),
  ] as never) as unknown as Map<string, PlacedEntry>;
  const changed = buildRecommendation({
    id: "A1",
    kind: "added",
    path: "code",
    after: "It **MUST** hold the `flag tray`.",
  });
  expect(neighbouringEntries([changed], { base: new Map(), head }).map(({ id }) => id)).toEqual(["B1"]);
  for (const id of ["D1", "D2", "D3"]) head.set(...at(id, "The `flag tray` holds more."));
  expect(neighbouringEntries([changed], { base: new Map(), head })).toEqual([]);
});
