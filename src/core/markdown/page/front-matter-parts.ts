import type { PagePart } from "./page-part.ts";

/** A key with a plain value, or with none; an entry of a list. Anything else YAML may read otherwise than it looks. */
const pair = /^(\s{0,20})([\w-]{1,60}):(?:\s(?!\s*[&*!|>{@`%])[^#]*)?$/;
const item = /^\s{0,20}-\s(?!\s*[&*!|>{@`%])[^:#]*$/;

/**
 * Parts of front matter that begins at `from` in the source. The page shows it as a table, without comments, and of a key
 * that stands there twice only the last: what is not plain is not shown as a whole.
 */
export function frontMatterParts(source: string, from: number): readonly PagePart[] {
  const end = from + source.length;
  const part = { from, to: end, kind: "attribute", marks: null } as const;
  return [{ ...part, left: isPlain(source.split("\n").slice(1, -1)) ? null : "" }];
}

function isPlain(lines: readonly string[]): boolean {
  const keys = new Set<string>();
  let parent = "";
  return lines.every((line) => {
    if (line.trim() === "" || item.test(line)) return true;
    const [, indent, key = ""] = pair.exec(line) ?? [];
    if (indent === undefined) return false;
    if (indent === "") parent = key;
    const path = indent === "" ? key : `${parent}.${String(indent.length)}.${key}`;
    const isNew = !keys.has(path);
    keys.add(path);
    return isNew;
  });
}
