import type { Recommendation } from "../decision/review.ts";

/** Who decided, where a model did not; and what quoted words under Why mean, where a row has some. */
export function legend(rows: readonly Recommendation[]): readonly string[] {
  const ruled = rows.filter(({ decidedBy }) => decidedBy === "rules");
  if (ruled.length === 0) return [];
  const which =
    ruled.length === rows.length
      ? "Paths are likely, by rules"
      : "Where no model judged, paths are likely, by rules";
  const isHeard = ruled.some(({ path }) => path === "design");
  return [
    isHeard ? `${which}; **Why** quotes words that often stand where something is left open.` : `${which}.`,
  ];
}
