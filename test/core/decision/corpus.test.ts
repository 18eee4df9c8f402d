import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";

const corpus = join(import.meta.dirname, "../../../../shared/corpus");

function filesOf(folder: string, under = ""): SourceFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = under + one.name;
    if (one.isDirectory()) return filesOf(join(folder, one.name), `${path}/`);
    return path.endsWith(".md") ? [{ path, text: readFileSync(join(folder, one.name), "utf8") }] : [];
  });
}

/** One pull request in ten, spread over every repository of the corpus. */
function pairs(): string[] {
  const all = readdirSync(corpus, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap((one) =>
      readdirSync(join(corpus, one.name), { withFileTypes: true })
        .filter((pair) => pair.isDirectory())
        .map((pair) => join(corpus, one.name, pair.name)),
    );
  return all.filter((_, i) => i % 10 === 0);
}

test("on real pull requests every quote stands at its lines and every reason is short", () => {
  if (!existsSync(corpus)) {
    process.stderr.write(`SKIPPED: there is no corpus of real pull requests at ${corpus}.\n`);
    return;
  }
  let quotes = 0;
  for (const pair of pairs()) {
    const headFiles = filesOf(join(pair, "head"));
    const linesOf = new Map(headFiles.map((file) => [file.path, file.text.split(/\r?\n/)]));
    const review = reviewSpecs({ base: "b", head: "h", baseFiles: filesOf(join(pair, "base")), headFiles });
    for (const { reason, criteria, path } of review.recommendations) {
      if (path !== "code") expect(reason).not.toBe("");
      expect(reason.split(/\s+/).length).toBeLessThanOrEqual(12);
      if (path === "none") expect(criteria).toEqual([]);
      for (const span of criteria.flatMap((answer) => answer.evidence)) {
        quotes++;
        const there = linesOf
          .get(span.file)
          ?.slice(span.line - 1, span.endLine)
          .join("\n");
        expect(there?.includes(span.quote)).toBe(true);
      }
    }
  }
  expect(quotes).toBeGreaterThan(0);
});
