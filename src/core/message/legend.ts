import type { Recommendation } from "../decision/review.ts";

const words = "**Why** quotes words that often stand where something is left open";
const questions = "**Open** is what a design would ask. Answer it in the spec or in the design.";

/** What stands above the rows: who decided, where a model did not, and what is told in them; "" where it all speaks for itself. */
export function legend(rows: readonly Recommendation[], hasQuestions: boolean): string {
  const ruled = rows.filter(({ decidedBy }) => decidedBy === "rules");
  const isElse = rows.some(({ decidedBy }) => decidedBy !== "rules" && decidedBy !== "nobody");
  const which = isElse ? "Where no model judged, by rules" : "Judged by rules";
  const isHeard = ruled.some(({ path }) => path === "design");
  const by = ruled.length === 0 ? [] : [`${which}: likely, not certain${isHeard ? `; ${words}` : ""}.`];
  return [...by, ...(hasQuestions ? [questions] : [])].join(" ");
}
