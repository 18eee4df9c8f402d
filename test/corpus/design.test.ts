import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { reviewSpecs } from "../../src/core/decision/review-specs.ts";
import { documentOf } from "../../src/core/design/design-document.ts";
import { designFacts } from "../../src/core/design/design-facts.ts";
import { diagramProblem } from "../../src/core/design/diagram-problem.ts";
import { planGeneration } from "../../src/core/plan/plan-generation.ts";
import { maySpecify } from "../../src/core/entries/candidate-file.ts";
import type { SourceFile } from "../../src/core/entries/entry.ts";
import { fingerprint } from "../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../src/core/entries/parse-spec.ts";
import { expectGolden } from "../support/golden.ts";
import { withoutWordsOf } from "../support/without-words-of.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const golden = fileURLToPath(new URL("./golden/designs/", import.meta.url));
const present = existsSync(corpus);
if (!present)
  process.stderr.write("SKIPPED: no corpus beside the checkout, so no design of a real spec was made.\n");

/** Work packages whose designs were read by hand. `ids` picks entries where the rules need no design. */
const reviewed: readonly { readonly pair: string; readonly slug: string; readonly ids?: RegExp }[] = [
  { pair: "ably-specification/001-5c2da223", slug: "rtn15c6", ids: /^RTN1[56]/ },
  { pair: "ably-specification/111-98bacbdc", slug: "pc5" },
  { pair: "open-feature-spec/001-062a0837", slug: "1-1" },
  { pair: "open-feature-spec/001-062a0837", slug: "1-7" },
  { pair: "open-feature-spec/049-bf9e45b1", slug: "5-1-1" },
  { pair: "21st-dev-1code/004-85194c44", slug: "automatic-continuity-pack-injection" },
  { pair: "21st-dev-1code/003-ddd9613d", slug: "fr-001" },
  { pair: "AuroraWebSoftware-FlexyField/001-a172c722", slug: "relationship-field-type" },
  { pair: "microsoft-CommunityManagement-Sample-Spec-Kit/004-574ed041", slug: "fr-001" },
  { pair: "microsoft-CommunityManagement-Sample-Spec-Kit/004-574ed041", slug: "user-story-1" },
  { pair: "endo5501-DungeonMirundal2/003-46b0994b", slug: "statusinflictspelleffect-schema" },
];

function read(folder: string): readonly SourceFile[] {
  // A pull request that only adds files has no folder of the other side.
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  return paths
    .map((path) => ({ path: relative(folder, path), text: path }))
    .filter(({ path }) => maySpecify(path))
    .map(({ path, text }) => ({ path, text: readFileSync(text, "utf8") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function designOf({ pair, slug, ids }: Pick<(typeof reviewed)[number], "pair" | "slug" | "ids">) {
  const [baseFiles, headFiles] = [read(join(corpus, pair, "base")), read(join(corpus, pair, "head"))];
  const review = reviewSpecs({ base: "a".repeat(40), head: "b".repeat(40), baseFiles, headFiles });
  const selected = review.recommendations
    .filter(({ change }) => ids === undefined || ids.test(change.id))
    .map(({ change, path }) => ({ id: change.id, path }));
  const wanted = { path: ids === undefined ? null : ("design" as const), together: ids !== undefined };
  const units = planGeneration({ workPackages: review.workPackages, selected, targets: [], ...wanted });
  const workPackage = units.find(
    (unit) => unit.stage === "design" && (ids !== undefined || unit.slug === slug),
  );
  if (workPackage === undefined) throw new Error(`${pair} has no design ${slug}.`);
  const facts = designFacts({
    ...{
      workPackage,
      review,
      targets: [{ name: "web", language: "typescript" as const }],
      folder: "design",
      fingerprint,
      specFiles: headFiles,
    },
    link: (file, line) => `${file}#L${String(line)}`,
    entriesAtHead: parseSpec(headFiles).files.flatMap((file) => file.entries),
  });
  const document = documentOf(facts, null).content ?? "";
  const diagram = /^```mermaid\n([^]*?)\n```$/m.exec(document)?.[1] ?? null;
  return { document, diagram, sources: [...baseFiles, ...headFiles].map(({ text }) => text) };
}

/** The spec's own words are left out of the golden files: they are not this project's to publish. */
(present ? describe : describe.skip)("designs of real work packages", () => {
  it.each(reviewed)("$pair, $slug: as it was when somebody read it", (expected) => {
    const { document, diagram, sources } = designOf(expected);
    if (diagram !== null) expect(diagramProblem(diagram)).toBeNull();
    for (const section of document.split(/^## .+$/m).slice(1)) expect(section.trim()).not.toBe("");
    const name = `${expected.slug}${expected.ids === undefined ? "" : "-together"}.md`;
    const folder = join(golden, expected.pair.split("/")[0] ?? "");
    expectGolden(withoutWordsOf(document, sources), join(folder, name));
  });
});
