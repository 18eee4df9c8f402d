import { pushTo } from "../push-to.ts";
import type { Recommendation } from "../decision/review.ts";
import { changeWord } from "./wording.ts";

/** A row of the table: an entry, and the changed parts of it that ask for no more than it does itself. */
export interface FoldedRow {
  readonly one: Recommendation;
  readonly parts: readonly Recommendation[];
}

/** More parts of one requirement than this are one row where it has none itself: readers count in requirements. */
const maxLoose = 8;

/**
 * Scenarios and criteria stand in the row of the requirement they are parts of, where that has the same change, path and words
 * that rules went by; of those that differ from it, and of many whose requirement did not change, the first stands for those
 * of which the same is said. A feature with hundreds of criteria is one change.
 */
export function foldedRows(rows: readonly Recommendation[]): readonly FoldedRow[] {
  const byId = new Map(rows.map((one) => [one.change.id, one]));
  const parts = new Map<Recommendation, Recommendation[]>();
  const loose = new Map<string, Recommendation[]>();
  for (const row of rows) {
    const { parent } = row.change;
    if (parent === null || !isPart(row)) continue;
    const whole = byId.get(parent);
    if (whole !== undefined && saidOf(whole) === saidOf(row)) pushTo(parts, whole, row);
    else pushTo(loose, `${saidOf(row)} ${parent}`, row);
  }
  for (const [first, ...more] of loose.values()) {
    const isBeside = first !== undefined && byId.has(first.change.parent ?? "");
    if (first !== undefined && more.length >= (isBeside ? 1 : maxLoose)) parts.set(first, more);
  }
  const folded = new Set([...parts.values()].flat());
  return rows.filter((row) => !folded.has(row)).map((one) => ({ one, parts: parts.get(one) ?? [] }));
}

/** What a row says of all that stands in it. */
function saidOf(one: Recommendation): string {
  const words = one.decidedBy === "rules" && one.path === "design" ? one.reason : "";
  return `${changeWord(one)}, ${one.decidedBy === "nobody" ? "" : one.path}, ${words}`;
}

function isPart({ change, override }: Recommendation): boolean {
  return override === null && (change.after ?? change.before)?.traits?.isPart === true;
}

/** `3 scenarios`, `1 criterion`; `4 parts` where they are of several kinds. */
export function partsNamed(parts: readonly Recommendation[]): string {
  const kinds = new Set(parts.map(({ change }) => (change.after ?? change.before)?.kind ?? "part"));
  const [only = "part"] = kinds.size === 1 ? kinds : ["part"];
  const word = parts.length === 1 ? only : (plurals.get(only) ?? `${only}s`);
  return `${String(parts.length)} ${word}`;
}

const plurals = new Map([
  ["criterion", "criteria"],
  ["entity", "entities"],
]);
