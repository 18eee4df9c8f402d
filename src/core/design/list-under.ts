const openList =
  /^(?:[\d.]+\s+)?(?:open|unresolved|outstanding|pending)\s+(?:design\s+)?(?:questions?|issues?|decisions?|points?)\b/i;

/** What is not done now is not to be decided now. */
const excluded =
  /\b(?:out[- ]of[- ]scope|non-?goals?|not in scope|future (?:work|enhancements?|considerations?))\b/i;

/** What a heading says of the list under it. */
export type List = "open" | "excluded" | "other";

export function listUnder(heading: string): List {
  if (openList.test(heading)) return "open";
  return excluded.test(heading) ? "excluded" : "other";
}
