import type { Place } from "../../trace/trace-target.ts";
import { rootOf, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { DemandEvidence, Side } from "./check-demand.ts";
import { type Demand, isBounded } from "./demands/demands.ts";
import { findLiteral, isDataPath, isInWords, isLookedFor } from "./source/find-literal.ts";
import { failureName } from "./demands/failure-words.ts";
import { type Literal, listedLiterals } from "./demands/literals.ts";
import { isImplied } from "./demands/http-status.ts";
import { missingMembers } from "./findings/incomplete-list.ts";
import type { Unit } from "./source/product.ts";
import { provingTests, type ReadTest } from "./tests/read-tests.ts";
import { unsetState } from "./findings/unset-state.ts";
import { becomes, isUnusedValue } from "./findings/unused-value.ts";
import { findInUnits } from "./source/find-in-units.ts";
import { unreachedCode } from "./findings/unreached-code.ts";
import { isMentioned } from "./findings/mentioned-demand.ts";

type Hits = ReadonlyMap<Literal, { readonly unit: Unit; readonly node: SyntaxNode } | null>;

/** Whether code holds what a demand fixes, where a test of the entry gets to. */
export function codeSide(demand: Demand, evidence: DemandEvidence): Side {
  const wanted = demand.literals.filter(isLookedFor);
  const hits: Hits = new Map(
    wanted.map((literal) => [literal, findInUnits(evidence.near, literal, isBounded(demand, literal))]),
  );
  const found = [...hits.values()].flatMap((hit) => hit ?? []);
  if (evidence.tagged.length === 0 && found.length === 0) return untaggedSide(demand, wanted, evidence);
  const lines =
    found.length > 0
      ? found.map(({ unit, node }) => ({ file: unit.file, line: node.line }))
      : evidence.tagged.map(tagPlace);
  const places = [...new Map(lines.map((place) => [`${place.file}:${String(place.line)}`, place])).values()];
  const lost = lostIn(demand, hits, evidence);
  if (lost !== null) return { places, ...lost };
  const replaced = replacedIn(evidence.tagged, evidence.tests);
  if (replaced !== null) {
    const missing = `Its tests replace \`${replaced}\`, which is tagged with it.`;
    return { places, missing, isAbsent: false, isInTests: true };
  }
  return { places, missing: unreachedCode(demand, wanted, evidence), isAbsent: false };
}

/** Without a tag in code, a rule is where its tests get to: what it forbids, computes or only calls by a name leaves no value there. */
function untaggedSide(
  demand: Demand,
  wanted: readonly Literal[],
  { tests, reached, near, readsData }: DemandEvidence,
): Side {
  const proving = provingTests(tests);
  const isTold = proving.length > 0 && isMentioned(demand, near, proving);
  const used = new Set(tests.flatMap(({ uses }) => [...uses]));
  const called = [...(reached ?? [])].filter(
    ({ kind, name }) => kind === "function" && name !== null && used.has(name),
  );
  if (readsData && demand.literals.every(({ text }) => isDataPath(text)))
    return { places: called.slice(0, 3).map(tagPlace), missing: null, isAbsent: false };
  const isNamed = wanted.every(({ kind }) => kind === "name") && demand.kind === "prohibition";
  if ((wanted.length > 0 && !isNamed) || !isTold || called.length === 0)
    return { places: [], missing: "No code is tagged with the entry.", isAbsent: true };
  return { places: called.slice(0, 3).map(tagPlace), missing: null, isAbsent: false };
}

function lostIn(
  demand: Demand,
  hits: Hits,
  evidence: DemandEvidence,
): Pick<Side, "missing" | "isAbsent"> | null {
  const values = [...hits.keys()].filter(
    ({ kind }) => kind !== "name" && !(kind === "number" && isScenario(demand)),
  );
  const names = [...hits.keys()].filter(({ kind }) => kind === "name");
  const missing = values.filter(
    (literal) =>
      hits.get(literal) === null &&
      !isImplied(literal) &&
      !isInWords(literal) &&
      !evidence.imported.has(literal.text),
  );
  // What something is called in a condition may be told in code without the word.
  const isSoft = missing.length < values.length;
  const lost = missing.filter(
    ({ kind, isResult, text }) => !isSoft || kind === "number" || (isResult && !failureName.test(text)),
  );
  const unlisted = enumerated(demand).filter((literal) => hits.get(literal) === null);
  const short = evidence.readsData ? [] : missingMembers(demand.quote, evidence.near, evidence.product.units);
  if (short.length > 0)
    return {
      missing: `No code holds ${short.map((one) => `\`${one}\``).join(", ")} of the list.`,
      isAbsent: false,
    };
  if (unlisted.length > 0 && !evidence.readsData)
    return { missing: `No code holds ${listedLiterals(unlisted)}.`, isAbsent: false };
  const unused = [...hits].flatMap(([literal, hit]) =>
    hit !== null &&
    literal.kind !== "name" &&
    (literal.isResult === (demand.kind === "error") || becomes(literal, demand)) &&
    evidence.product.units.length > 0 &&
    isOnlyUnused(literal, demand, evidence)
      ? [literal]
      : [],
  );
  if (unused.length > 0)
    return { missing: `Nothing in the code uses what holds ${listedLiterals(unused)}.`, isAbsent: false };
  const told = unsetState(demand, evidence.near, evidence.product.units);
  if (told !== null)
    return { missing: `Nothing sets \`${told.text}\`: the code only tells others of it.`, isAbsent: false };
  const isCovered = evidence.readsData && lost.length < values.length;
  if (lost.length > 0 && !isCovered && !isComputed(demand, values, lost, evidence))
    return { missing: `No code holds ${listedLiterals(lost)}.`, isAbsent: true };
  if (
    names.length > 0 &&
    names.every((literal) => hits.get(literal) === null && !isHandedOver(demand, literal, evidence))
  )
    return { missing: `Nothing in the code is called ${listedLiterals(names)}.`, isAbsent: false };
  return null;
}

/** Of "The header `X-Sum` holds …" code may be given the value alone: a comment then says what it is. */
function isHandedOver({ quote }: Demand, { text }: Literal, { tagged }: DemandEvidence): boolean {
  return (
    /^[\s*_]*(?:the|an?)\s+(?:value of the )?header\b/i.test(quote) &&
    quote.indexOf(`\`${text}\``) < 40 &&
    tagged.some(({ node }) => rootOf(node).text.includes(text))
  );
}

/** Numbers of a scenario are what a test tries; the rule that it is of says what code holds. */
function isScenario({ quote }: Demand): boolean {
  return /\b(?:GIVEN|WHEN|THEN)\b/.test(quote) && !/\b(?:SHALL|MUST|SHOULD)\b/.test(quote);
}

/** Every place that holds it is one that no code uses. */
function isOnlyUnused(literal: Literal, demand: Demand, { near, product }: DemandEvidence): boolean {
  const held = near.flatMap((unit) => {
    const node = findLiteral(unit.values, literal, isBounded(demand, literal));
    return node === null ? [] : [{ unit, node }];
  });
  return held.every((hit) => isUnusedValue(hit, literal, demand, product.units));
}

/** The values of "is one of `a`, `b` and `c`": all of them are asked for. */
function enumerated({ quote, literals }: Demand): readonly Literal[] {
  const at = quote.search(
    /\b(?:is|are|be|has|have|holds?|takes?|accepts?)\s+(?:exactly\s+)?(?:(?:one|either|any)\s+)?of\s+(?:the\s+)?(?:\w+\s+)?`/,
  );
  if (at < 0 || /\b(?:when|if|while|where|unless)\b/i.test(quote.slice(0, at))) return [];
  const list = /^(?:[^`]*`[^`]+`(?=\s*(?:,|and\b|or\b|[.;:]|$)))+/.exec(quote.slice(at))?.[0] ?? "";
  return literals.filter(({ kind, text }) => kind !== "number" && list.includes(`\`${text}\``));
}

/** Values that stand nowhere in code because it works them out, as tests assert: an example, a sum. */
function isComputed(
  demand: Demand,
  values: readonly Literal[],
  lost: readonly Literal[],
  { tests }: DemandEvidence,
): boolean {
  if (demand.kind === "default") return false;
  if (lost.length < values.length || lost.some((literal) => literal.isResult || isBounded(demand, literal)))
    return false;
  const asserted = tests.flatMap(({ assertions }) => assertions.map((one) => one.values));
  return asserted.some((held) => lost.some((literal) => findLiteral(held, literal) !== null));
}

/** A function with the entry's tag that all of its tests that can fail put something else in the place of. */
function replacedIn(tagged: readonly Unit[], tests: readonly ReadTest[]): string | null {
  const proving = provingTests(tests);
  const found = tagged.find(
    ({ kind, name }) =>
      kind === "function" &&
      name !== null &&
      proving.length > 0 &&
      proving.every(({ mocked }) => mocked.has(name)),
  );
  return found?.name ?? null;
}

function tagPlace({ file, node }: Unit): Place {
  return { file, line: node.line };
}
