import { inlineTests } from "../inline-tests.ts";
import { type Unit, type Product, reachedFrom, isOfProduct, productOf } from "./source/product.ts";
import { type ReadTest, type Tests, readTests } from "./tests/read-tests.ts";
import type { Place, Cited } from "../../trace/trace-target.ts";
import { unitTagged, testsByTag } from "./tags/tags.ts";
import { type Demand, demandsOf } from "./demands/demands.ts";
import type { ConformanceFacts } from "./conformance.ts";
import { fileRole } from "../file-role.ts";
import { withInheritedTags, inheritedTests } from "./tags/inherited-tags.ts";
import { withoutAmbiguousTags } from "./tags/ambiguous-tags.ts";
import { importedTexts } from "./source/imported-texts.ts";

/** What is known of an entry in the target. */
export interface EntryEvidence {
  readonly demands: readonly Demand[];
  /** Units of source that carry the entry's tag. */
  readonly tagged: readonly Unit[];
  /** Units in which its values may stand, nearest first. */
  readonly near: readonly Unit[];
  readonly product: Product;
  /** Values of data that the code brings in. */
  readonly imported: ReadonlySet<string>;
  /** The entry's own text. */
  readonly text: string;
  /** Its ID stands at the head of a test file alone, of which every test names another. */
  readonly isHeadOnly: boolean;
  /** Units that its tests can run; null where that cannot be told. */
  readonly reached: ReadonlySet<Unit> | null;
  readonly tests: readonly ReadTest[];
  /** Times in seconds that the entry fixes, in whatever demand. */
  readonly seconds: readonly number[];
  /** Functions that carry the tags of other entries alone. */
  readonly foreign: ReadonlySet<Unit>;
}

/** A target as it was read for entries. */
interface Gathered {
  readonly product: Product;
  readonly tests: Tests;
  /** Where it names them, each place for one entry. */
  readonly cited: ReadonlyMap<string, Cited>;
  /** Of the entries that it is to satisfy. */
  readonly evidence: ReadonlyMap<string, EntryEvidence>;
}

/** Reads source and tests of a target, and gathers what they have of each entry. */
export function gatherEvidence(facts: ConformanceFacts): Gathered {
  const { files, parsed, testFolders = [], entries, spec = entries } = facts;
  const isTest = (path: string): boolean =>
    fileRole(path) === "test" || testFolders.some((folder) => path.startsWith(`${folder}/`));
  const source = parsed.filter(({ path }) => !isTest(path));
  const inline = source.flatMap(inlineTests);
  const product = productOf(source, new Set(inline.flatMap(({ root }) => root ?? [])));
  const tests = readTests([...parsed.filter(({ path }) => isTest(path)), ...inline], product, files);
  const ids = spec.map(({ id }) => id);
  const cited = withInheritedTags(withoutAmbiguousTags(facts.cited, spec, files), ids);
  const tagged = new Map([...cited].map(([id, { source }]) => [id, taggedUnits(source, product)]));
  const byTag = testsByTag(cited, tests);
  const imported = importedTexts(files, isTest);
  const known = new Set(ids);
  const live = entries.filter(({ isRetired, exempt }) => isRetired !== true && exempt === undefined);
  const evidence = live.map(({ id, text }): readonly [string, EntryEvidence] => {
    const own = tagged.get(id) ?? [];
    const read = inheritedTests(id, ids, byTag.of).map((one) => tests.read(one));
    const demands = demandsOf(text, known);
    return [
      id,
      {
        ...{ text, demands, seconds: secondsIn(demands), tagged: own, tests: read, product, imported },
        ...reachOf(own, read, product),
        isHeadOnly: byTag.isHeadOnly(id),
        foreign: foreignTo(id, tagged),
      },
    ];
  });
  return { product, tests, cited, evidence: new Map(evidence) };
}

function secondsIn(demands: readonly Demand[]): readonly number[] {
  return demands.flatMap(({ literals }) =>
    literals.flatMap(({ unit, values }) => (unit === "seconds" ? values.slice(0, 1) : [])),
  );
}

/** Values may stand in what is tagged, in what that uses, and in what the tests get to. */
function reachOf(
  tagged: readonly Unit[],
  tests: readonly ReadTest[],
  product: Product,
): Pick<EntryEvidence, "near" | "reached"> {
  const uses = new Set(tests.flatMap((test) => [...test.uses]));
  const reached = uses.size === 0 ? null : reachedFrom(product, uses);
  const around = reachedFrom(
    product,
    tagged.flatMap(({ mentions }) => [...mentions]).filter((name) => isOfProduct(product, name)),
  );
  const sameFile = tagged.flatMap(({ file }) => product.byFile.get(file) ?? []);
  return { reached, near: [...new Set([...tagged, ...sameFile, ...around, ...(reached ?? [])])] };
}

function taggedUnits(places: readonly Place[], product: Product): readonly Unit[] {
  return [...new Set(places.flatMap((place) => unitTagged(place, product) ?? []))];
}

/** Functions that are said to be for other entries, and not for this one. */
function foreignTo(id: string, tagged: ReadonlyMap<string, readonly Unit[]>): ReadonlySet<Unit> {
  const own = new Set(tagged.get(id) ?? []);
  const others = [...tagged].flatMap(([other, units]) => (other === id ? [] : units));
  return new Set(others.filter((unit) => unit.kind === "function" && !own.has(unit)));
}
