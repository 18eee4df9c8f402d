import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Comparison, compareSpecs } from "../../src/core/entries/compare-specs.ts";
import type { SourceFile } from "../../src/core/entries/entry.ts";

/** Real merged pull requests of public specs; they stand beside the checkout, never in it. */
export const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
export const hasCorpus = existsSync(corpus);
if (!hasCorpus)
  process.stderr.write("SKIPPED: no corpus beside the checkout, so real pull requests were not compared.\n");

/** Specs in small letters and without IDs need their dialect in the configuration. */
const options = { dialects: { "toml.md": "prose", "spec/Section*.md": "prose" } };

/** Both sides of the pair `repository/number-sha`, compared. */
export function comparePair(pair: string): Comparison {
  return compareSpecs(files(join(corpus, pair, "base")), files(join(corpus, pair, "head")), options);
}

/** The one pair of a repository with this number. */
export function pairNumbered(repository: string, number: string): string {
  const found = readdirSync(join(corpus, repository)).find((name) => name.startsWith(`${number}-`));
  if (found === undefined) throw new Error(`${repository} has no pair ${number}.`);
  return join(repository, found);
}

function files(folder: string, root = folder): SourceFile[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return found.flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return files(path, root);
    if (!/\.(?:md|mdx|txt)$/.test(one.name)) return [];
    return [{ path: relative(root, path), text: readFileSync(path, "utf8") }];
  });
}
