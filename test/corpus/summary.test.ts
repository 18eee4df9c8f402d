import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
import type { Change } from "../../src/core/entries/change.ts";
import type { SpecFile } from "../../src/core/entries/entry.ts";
import { comparePair, corpus, hasCorpus } from "../support/corpus-pair.ts";
import { expectGoldenJson } from "../support/golden.ts";

const golden = fileURLToPath(new URL("./golden/", import.meta.url));

/** Those with a truth file are scored elsewhere. */
const scored = new Set(["ably-specification", "open-feature-spec"]);
function repositories(): string[] {
  const found = readdirSync(corpus, { withFileTypes: true }).filter((one) => one.isDirectory());
  return found.map((one) => one.name).filter((name) => !scored.has(name));
}

/** An ID as it stands when it is a code or number; what is a title or words of the spec is shortened to a hash. */
function shown(id: string): string {
  const local = id.slice(id.lastIndexOf("#") + 1);
  if (
    /^(?:(?:Requirement|User Story|REQ|US|FR|SC|CL)[ -]?)?[A-Z]{0,4}[\d.]+[a-z]?$|^[a-z]{2,5}-\d+[a-z]?$|^example-\d+$/.test(
      local,
    )
  )
    return local;
  return createHash("sha256").update(id).digest("hex").slice(0, 10);
}

function kindsOf(file: SpecFile | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of file?.entries ?? []) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function changesByKind(changes: readonly Change[]): Record<string, { count: number; ids: string[] }> {
  const byKind: Record<string, { count: number; ids: string[] }> = {};
  for (const change of changes) {
    const of = (byKind[change.kind] ??= { count: 0, ids: [] });
    of.count += 1;
    if (of.ids.length < 25)
      of.ids.push(
        change.previousId === null ? shown(change.id) : `${shown(change.previousId)} > ${shown(change.id)}`,
      );
  }
  return byKind;
}

(hasCorpus ? describe : describe.skip)("pull requests of real specs", () => {
  it.each(hasCorpus ? repositories() : [])("%s", (repository) => {
    const folder = join(corpus, repository);
    const pairs = readdirSync(folder)
      .sort()
      .map((pair) => {
        const { base, head, diff } = comparePair(join(repository, pair));
        const paths = [...new Set([...base.files, ...head.files].map((file) => file.path))].sort();
        const sides = paths.map((path) => {
          const sideOf = (spec: typeof base) => spec.files.find((file) => file.path === path);
          const dialect = sideOf(head)?.dialect ?? sideOf(base)?.dialect ?? null;
          return { path, dialect, base: kindsOf(sideOf(base)), head: kindsOf(sideOf(head)) };
        });
        const read = sides.filter((side) => side.dialect !== null);
        return {
          pair,
          unread: sides.length - read.length,
          files: read,
          changes: changesByKind(diff.changes),
          findings: diff.findings.map(({ rule }) => rule),
        };
      });
    expectGoldenJson(pairs, join(golden, `${repository}.json`));
  });
});
