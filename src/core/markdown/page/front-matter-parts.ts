import { parseDocument } from "yaml";
import { nestsTooDeep } from "../../yaml-nesting.ts";
import { standIn } from "../hidden-text.ts";
import type { PagePart } from "./page-part.ts";

/** A comment, an anchor, an alias, a tag, a directive, the end of a document, keys of another map: what the page does not show. */
const unshown = /(?:^|\s)(?:#|[&*!]\S)|^(?:\.\.\.|---|%)|<<["']?\s*:/m;

/**
 * Parts of front matter that begins at `from` in the source. The page shows it as a table, and of a key that stands there
 * twice only the last: what a reader of YAML may read otherwise than it looks is not shown, as a whole.
 */
export function frontMatterParts(source: string, from: number): readonly PagePart[] {
  const inside = source.split("\n").slice(1, -1).join("\n");
  const left = isShown(inside) ? null : "";
  return [{ from, to: from + source.length, left, kind: "unread", marks: null }];
}

function isShown(yaml: string): boolean {
  if (unshown.test(yaml) || nestsTooDeep(yaml)) return false;
  // A reader of YAML 1.1 ends lines at more characters, and has more words for true and more ways to write a number.
  if (/[\u0085\u2028\u2029]/.test(yaml) || yaml.includes(standIn)) return false;
  return (["1.2", "1.1"] as const).every(
    (version) => parseDocument(yaml, { version, uniqueKeys: true, logLevel: "silent" }).errors.length === 0,
  );
}
