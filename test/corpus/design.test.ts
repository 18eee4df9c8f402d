import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { reviewSpecs } from "../../src/core/decision/review-specs.ts";
import { documentOf } from "../../src/core/generation/design-document.ts";
import { designFacts } from "../../src/core/generation/design/design-facts.ts";
import { diagramProblem } from "../../src/core/generation/design/diagram-problem.ts";
import { parentsOf } from "../../src/core/generation/parents-of.ts";
import { planGeneration } from "../../src/core/plan/plan-generation.ts";
import { maySpecify } from "../../src/core/spec/candidate-file.ts";
import type { SourceFile } from "../../src/core/spec/entry.ts";
import { fingerprint } from "../../src/core/spec/fingerprint.ts";
import { parseSpec } from "../../src/core/spec/parse-spec.ts";
import { sha256 } from "../../src/core/spec/sha256.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const present = existsSync(corpus);
if (!present)
  process.stderr.write("SKIPPED: no corpus beside the checkout, so no design of a real spec was made.\n");

type Diagram = "none" | "flowchart" | "stateDiagram-v2" | "sequenceDiagram";

/**
 * Design documents of real work packages, each read by hand: which entries it is of (how many, and a hash of their IDs),
 * how many types and functions its interfaces declare, what it draws. `ids` picks entries where the rules need no design.
 */
const reviewed: readonly {
  readonly pair: string;
  readonly slug: string;
  readonly ids?: RegExp;
  readonly entries: string;
  readonly interfaces: number;
  readonly diagram: Diagram;
}[] = [
  {
    pair: "ably-specification/001-5c2da223",
    slug: "csv2a",
    entries: "1 89646d26",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "ably-specification/001-5c2da223",
    slug: "rtn15c6",
    entries: "2 1417313f",
    interfaces: 1,
    diagram: "none",
  },
  {
    pair: "ably-specification/001-5c2da223",
    slug: "rtn15c6",
    ids: /^RTN1[56]/,
    entries: "12 ac5446c9",
    interfaces: 1,
    diagram: "flowchart",
  },
  {
    pair: "open-feature-spec/001-062a0837",
    slug: "1-1",
    entries: "1 b05e2447",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "open-feature-spec/001-062a0837",
    slug: "1-7",
    entries: "3 2d01de01",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "open-feature-spec/003-315c375a",
    slug: "2-2",
    entries: "1 c020bad9",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "modelcontextprotocol-modelcontextprotocol/001-35dde44f",
    slug: "tools-in-sampling",
    entries: "3 283f98fa",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "modelcontextprotocol-modelcontextprotocol/001-35dde44f",
    slug: "samplingcreatemessage",
    entries: "2 67fbe673",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "open-telemetry-opentelemetry-specification/002-02a1679c",
    slug: "shutdown-1",
    entries: "1 bfbc0f22",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "21st-dev-1code/004-85194c44",
    slug: "automatic-continuity-pack-injection",
    entries: "11 f13b13d7",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "21st-dev-1code/003-ddd9613d",
    slug: "entity-icon",
    entries: "5 899e3ecb",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "AuroraWebSoftware-FlexyField/001-a172c722",
    slug: "pivot-view-for-querying",
    entries: "2 68703cc8",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "microsoft-CommunityManagement-Sample-Spec-Kit/004-574ed041",
    slug: "fr-001",
    entries: "2 7be0c53d",
    interfaces: 0,
    diagram: "none",
  },
  {
    pair: "microsoft-CommunityManagement-Sample-Spec-Kit/004-574ed041",
    slug: "user-story-1",
    entries: "2 6b99235f",
    interfaces: 0,
    diagram: "none",
  },
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
  const workPackage = units.find((unit) => unit.stage === "design" && unit.slug === slug);
  if (workPackage === undefined) throw new Error(`${pair} has no design ${slug}.`);
  const facts = designFacts({
    ...{ workPackage, review, targets: [], folder: "design", fingerprint, specFiles: headFiles },
    link: (file, line) => `${file}#L${String(line)}`,
    parentOf: parentsOf(parseSpec(headFiles).files.flatMap((file) => file.entries)),
  });
  const document = documentOf(facts, null).content ?? "";
  const diagram = /^```mermaid\n([^]*?)\n```$/m.exec(document)?.[1] ?? null;
  return { facts, document, diagram };
}

(present ? describe : describe.skip)("designs of real work packages", () => {
  it.each(reviewed)("$pair, $slug: as it was when somebody read it", (expected) => {
    const { facts, document, diagram } = designOf(expected);
    const ids = facts.members.map(({ change }) => change.id);
    expect({
      entries: `${String(ids.length)} ${sha256(ids.join("\n")).slice(0, 8)}`,
      interfaces: facts.interfaces.found.length,
      diagram: diagram?.split(/\s/)[0] ?? "none",
    }).toEqual({
      entries: expected.entries,
      interfaces: expected.interfaces,
      diagram: expected.diagram,
    });
    if (diagram !== null) expect(diagramProblem(diagram)).toBeNull();
    for (const section of document.split(/^## .+$/m).slice(1)) expect(section.trim()).not.toBe("");
  });
});
