import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSpec } from "../../src/core/entries/parse-spec.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const present = existsSync(corpus);
if (!present)
  process.stderr.write(
    "SKIPPED: no corpus beside the checkout, so entries were not counted in real specs.\n",
  );

const deltas = ["added requirement", "modified requirement", "removed requirement"];

/** Kinds of entries that a line pattern can count too, and which lines they are. */
const surveys: [repository: string, kinds: string[], pattern: RegExp][] = [
  ["rust-lang-reference", ["rule"], /^r\[[^\]]+\]/gm],
  ["dotnet-csharpstandard", ["section"], /^#{1,6} (?:[A-Z]|[0-9]+)(?:\.[0-9]+)* |^#{1,6} §/gm],
  ["OWASP-ASVS", ["row"], /^\| \*\*[0-9.]+\*\*/gm],
  ["opencontainers-distribution-spec", ["row"], /^\| (?:end|code|apdx)-[0-9a-z]+/gm],
  ["commonmark-commonmark-spec", ["example"], /^`{32} example/gm],
  ["opencontainers-runtime-spec", ["property"], /^ *[*-] \*\*`/gm],
  [
    "open-feature-spec",
    ["requirement", "condition", "conditional requirement"],
    /^#{2,6} (?:Requirement|Condition|Conditional Requirement) [0-9.]+\s*$/gm,
  ],
  ["Fission-AI-OpenSpec", ["requirement", ...deltas], /^### Requirement: /gm],
  ["Fission-AI-OpenSpec", ["scenario"], /^#### Scenario: /gm],
  ["AuroraWebSoftware-FlexyField", ["scenario"], /^#### Scenario: /gm],
  ["endo5501-DungeonMirundal2", ["requirement", ...deltas], /^### Requirement: /gm],
  ["ethereum-consensus-specs", ["definition"], /^(?:def|class) /gm],
  ["staneslevski-kiro-autonomous-build", ["criterion"], /^\d+\.(?:\d+\.)? (?:.*SHALL|.*MUST)/gm],
];

/** Files in which the pattern counts other lines than entries, and why. */
const known: Record<string, string> = {
  "standard/portability-issues.md": "an annex whose headings have no number; read as prose",
  "specs/cli-validate/spec.md": "quotes a scenario's heading inside a fence, where it is none",
  ".kiro/specs/cd-pipeline/requirements.md": "its criteria are numbered but say neither SHALL nor MUST",
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)],
  );
}

(present ? describe : describe.skip)("entries in real specs", () => {
  it.each(surveys)("of %s: as many %s as lines that look like one", (repository, kinds, pattern) => {
    const differing: string[] = [];
    let read = 0;
    for (const file of files(join(corpus, repository)).filter((name) => /\.(?:md|mdx|txt)$/.test(name))) {
      const path = relative(join(corpus, repository), file).replace(/^[^/]+\/(?:base|head)\//, "");
      const source = { path, text: readFileSync(file, "utf8") };
      const found = parseSpec([source]).files[0]?.entries ?? [];
      const entries = found.filter((entry) => kinds.includes(entry.kind));
      if (entries.length === 0) continue;
      read += 1;
      const lines = source.text.match(pattern)?.length ?? 0;
      const isKnown = Object.keys(known).some((end) => path.endsWith(end));
      if (lines !== entries.length && !isKnown)
        differing.push(`${path}: ${entries.length} entries, ${lines} lines`);
    }
    expect(read).toBeGreaterThan(0);
    expect([...new Set(differing)]).toEqual([]);
  });
});
