import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { detectDialect } from "../../src/core/spec/dialects/detect-dialect.ts";
import { dialects } from "../../src/core/spec/dialects/index.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const present = existsSync(corpus);
if (!present)
  process.stderr.write(
    "SKIPPED: no corpus beside the checkout, so entries were not counted in real specs.\n",
  );

/** Kinds of entries that a line pattern can count too, and which lines they are. */
const surveys: [repository: string, kinds: string[], pattern: RegExp][] = [
  ["rust-lang-reference", ["rule"], /^r\[[^\]]+\]/gm],
  ["dotnet-csharpstandard", ["section"], /^#{1,6} (?:[A-Z]|[0-9]+)(?:\.[0-9]+)* |^#{1,6} §/gm],
  ["OWASP-ASVS", ["row"], /^\| \*\*[0-9.]+\*\*/gm],
  ["opencontainers-distribution-spec", ["row"], /^\| (?:end|code|apdx)-[0-9a-z]+/gm],
  ["commonmark-commonmark-spec", ["example"], /^`{32} example/gm],
  ["opencontainers-runtime-spec", ["property"], /^ *[*-] \*\*`/gm],
];

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
      const { dialect } = detectDialect([source], dialects);
      const entries = dialect?.entries(source).entries.filter((entry) => kinds.includes(entry.kind)) ?? [];
      if (entries.length === 0) continue;
      read += 1;
      const lines = source.text.match(pattern)?.length ?? 0;
      if (lines !== entries.length) differing.push(`${path}: ${entries.length} entries, ${lines} lines`);
    }
    expect(read).toBeGreaterThan(0);
    expect([...new Set(differing)]).toEqual([]);
  });
});
