import type { Html } from "mdast";
import type { FoundParts } from "./found-parts.ts";
import { hidingFormulas } from "./formulas.ts";
import { beginsNoBlock, htmlRuns, withRests } from "./html-runs.ts";
import { isFiltered, withFilteredTags } from "./tag-filter.ts";
import { withoutBlanks } from "./source-range.ts";

/** Of tags only the names are kept; words between them are read if the browser reads them as it looks. */
export function addHtml(found: FoundParts, node: Html, [from, to]: readonly [number, number]): void {
  found.isHtml = true;
  const written = found.source.slice(from, to);
  if (beginsNoBlock(written)) {
    addNoBlock(found, node, from, to);
    return;
  }
  // In a quotation its marks stand between the lines.
  const isAsWritten = withoutBlanks(written) === withoutBlanks(node.value);
  const runs = isAsWritten && hidingFormulas(written).length === 0 ? htmlRuns(written) : null;
  if (runs === null) {
    node.value = withFilteredTags(node.value);
    found.tags.open(node.value);
    found.left(from, to, "", "unread");
    return;
  }
  let at = from;
  let rendered = "";
  for (const { text, tag, lead = "" } of withRests(runs)) {
    const end = at + text.length;
    const run = { value: text };
    if (tag === "") found.left(at, end, lead, "attribute");
    else if (tag !== null && !isFiltered(text)) {
      found.tags.open(text);
      found.left(at, end, found.tags.shown(tag, text), "attribute");
    } else if (found.tags.hiding.length > 0) found.left(at, end, "", "unread");
    else if (text.trim() === "") found.add(at, end, null);
    else found.add(at, end, found.mark(run));
    rendered += run.value;
    at = end;
  }
  node.value = rendered;
}

/** Its words are another block's, or none; what its tags do to what follows is the same. */
function addNoBlock(found: FoundParts, node: Html, from: number, to: number): void {
  const runs = htmlRuns(found.source.slice(from, to));
  if (runs === null) found.cut(from, to);
  else found.left(from, to, "", "unread");
  found.tags.open(node.value);
  const tags = runs?.filter(({ tag }) => tag !== null && tag !== "") ?? [];
  node.value = withFilteredTags(tags.map(({ text }) => text).join(""));
}
