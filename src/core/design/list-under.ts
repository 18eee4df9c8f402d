const openList =
  /^(?:[\d.]+\s+)?(?:open|unresolved|outstanding|pending)\s+(?:design\s+)?(?:questions?|issues?|decisions?|points?)\b/i;

/** What is not done now is not to be decided now. */
const excluded =
  /\b(?:out[- ]of[- ]scope|non-?goals?|not in scope|future (?:work|enhancements?|considerations?))\b/i;

/** What a heading says of the list under it. */
export type List = "open" | "excluded" | "other";

/** Says of each heading in turn what its list is: one of a deeper level that says nothing stands under that above it. */
export function listsUnder(): (heading: { readonly visible: string; readonly level: number }) => List {
  let above = { list: "other" as List, level: 0 };
  return ({ visible, level }) => {
    const list = listUnder(visible);
    if (list === "other" && level > above.level) return above.list;
    above = { list, level };
    return list;
  };
}

function listUnder(heading: string): List {
  if (openList.test(heading)) return "open";
  return excluded.test(heading) ? "excluded" : "other";
}
