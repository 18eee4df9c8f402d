import { compareSpecs } from "../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../src/core/entries/parse-spec.ts";
import { hostileTexts, rewritten } from "./hostile-texts.mjs";

/** Reads and compares a hostile text of each size: that it ends at all, and in what. */
export function readHostileText(name: string, kilobytes: readonly number[]): void {
  const textOf = hostileTexts[name];
  if (textOf === undefined) throw new Error(`There is no hostile text ${name}`);
  for (const size of kilobytes) {
    const text = textOf(size * 1024);
    const base = [{ path: "a.md", text }];
    const entries = parseSpec(base).files.flatMap((file) => file.entries);
    const lines = text.split("\n").length;
    for (const { line, endLine } of entries)
      expect(line >= 1 && line <= endLine && endLine <= lines).toBe(true);
    compareSpecs(base, [{ path: "a.md", text: rewritten(text) }]);
  }
}
