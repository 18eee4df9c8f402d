import type { Place } from "../../trace/trace-target.ts";
import { rootOf, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { EntryEvidence, Side } from "./check-demand.ts";
import { type Demand, isBounded } from "./demands/demands.ts";
import { findLiteral, isDataPath, isInWords, isLookedFor } from "./source/find-literal.ts";
import { failureName } from "./demands/failure-words.ts";
import { type Literal, listedLiterals } from "./demands/literals.ts";
import { isImplied } from "./demands/http-status.ts";
import { missingWords } from "./findings/missing-words.ts";
import { missingMembers } from "./findings/incomplete-list.ts";
import type { Unit } from "./source/product.ts";
import { provingTests, type ReadTest } from "./tests/read-tests.ts";
import { unsetState } from "./findings/unset-state.ts";
import { becomes, isUnusedValue } from "./findings/unused-value.ts";

type Hits = ReadonlyMap<Literal, { readonly unit: Unit; readonly node: SyntaxNode } | null>;

/** Whether code holds what a demand fixes, where a test of the entry gets to. */
export function codeSide(demand: Demand, evidence: EntryEvidence): Side {
  const wanted = demand.literals.filter(isLookedFor);
  const hits: Hits = new Map(
    wanted.map((literal) => [literal, foundIn(evidence.near, literal, isBounded(demand, literal))]),
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
  return { places, missing: asideIn(demand, wanted, evidence), isAbsent: false };
}

/** Without a tag in code, a rule is where its tests get to: what it forbids, computes or only calls by a name leaves no value there. */
function untaggedSide(
  demand: Demand,
  wanted: readonly Literal[],
  { tests, reached, near, readsData }: EntryEvidence,
): Side {
  const proving = provingTests(tests);
  const isTold = proving.length > 0 && missingWords(demand, near, proving).length === 0;
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
  evidence: EntryEvidence,
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
  const short = evidence.readsData ? [] : missingMembers(demand.quote, evidence.near, evidence.everywhere);
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
    evidence.everywhere.length > 0 &&
    isOnlyUnused(literal, demand, evidence)
      ? [literal]
      : [],
  );
  if (unused.length > 0)
    return { missing: `Nothing in the code uses what holds ${listedLiterals(unused)}.`, isAbsent: false };
  const told = unsetState(demand, evidence.near, evidence.everywhere);
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
function isHandedOver({ quote }: Demand, { text }: Literal, { tagged }: EntryEvidence): boolean {
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
function isOnlyUnused(literal: Literal, demand: Demand, { near, everywhere }: EntryEvidence): boolean {
  const held = near.flatMap((unit) => {
    const node = findLiteral(unit.values, literal, isBounded(demand, literal));
    return node === null ? [] : [{ unit, node }];
  });
  return held.every((hit) => isUnusedValue(hit, literal, demand, everywhere));
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
  { tests }: EntryEvidence,
): boolean {
  if (demand.kind === "default") return false;
  if (lost.length < values.length || lost.some((literal) => literal.isResult || isBounded(demand, literal)))
    return false;
  const asserted = tests.flatMap(({ assertions }) => assertions.map((one) => one.values));
  return asserted.some((held) => lost.some((literal) => findLiteral(held, literal) !== null));
}

/** The code stands where the entry's tests never get to; as a sentence, or null. */
function asideIn(
  demand: Demand,
  wanted: readonly Literal[],
  { near, reached, tagged }: EntryEvidence,
): string | null {
  if (reached === null) return null;
  const values = wanted
    .filter(({ kind }) => kind !== "name")
    .filter((literal) => foundIn(near, literal, isBounded(demand, literal)) !== null);
  const results = values.filter(({ isResult }) => isResult);
  const isAside = (literal: Literal): boolean =>
    !near.some(
      (unit) =>
        isReached(unit, reached) && findLiteral(unit.values, literal, isBounded(demand, literal)) !== null,
    );
  const aside = (results.length > 0 ? results : values).filter(isAside);
  if (results.length > 0 ? aside.length > 0 : aside.length > 0 && aside.length === values.length)
    return `The tests never get to the code that holds ${listedLiterals(aside)}.`;
  const isLost = values.length === 0 && tagged.length > 0 && !tagged.some((unit) => isReached(unit, reached));
  return isLost ? "The tests never get to the code that is tagged with it." : null;
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

/** Operators, and what languages call by themselves: nothing mentions them by name. */
const isImplicit =
  /^\W{1,3}$|^operator|^__\w+__$|^(?:to_s|to_str|each|call|coerce|toString|equals|hashCode|compareTo|invoke|plus|minus|times|div|fmt|add|sub|mul|next|drop|eq|cmp|partial_cmp|from|into|deref|index|deinit|subscript|String|Error|MarshalJSON|UnmarshalJSON|Less|Len|Swap|Dispose|description)$/;

function isReached(unit: Unit, reached: ReadonlySet<Unit>): boolean {
  return (
    unit.kind === "top" ||
    reached.has(unit) ||
    (isImplicit.test(unit.name ?? "") && [...reached].some(({ file }) => file === unit.file)) ||
    // What stands in another function, or a type, is run by way of it.
    [...reached].some(({ owner }) => owner === unit)
  );
}

function tagPlace({ file, node }: Unit): Place {
  return { file, line: node.line };
}

function foundIn(
  units: readonly Unit[],
  literal: Literal,
  near: boolean,
): { unit: Unit; node: SyntaxNode } | null {
  for (const nearly of near ? [false, true] : [false]) {
    for (const unit of units) {
      const node = findLiteral(unit.values, literal, nearly);
      if (node !== null) return { unit, node };
    }
  }
  return null;
}
