import { noDecisions } from "./design-document.ts";
import { sectionsOf } from "./design-problem.ts";

/** What people wrote down as decided in a design document; empty where they did not. */
export function decisionsIn(design: string): string {
  const text = sectionsOf(design).get("Decisions")?.trim() ?? "";
  return text.startsWith(noDecisions) ? text.slice(noDecisions.length).trim() : text;
}
