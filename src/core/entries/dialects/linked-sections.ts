import type { Entry } from "../entry.ts";

const link = /\]\(([^()\s#]{0,300})#([^()\s]{1,200})\)/g;

/** References of entries that are called by anchors: links to `#anchor` of the same scope or of another file. */
export function linkedSections(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, references: [...new Set(linksIn(entry))] }));
}

function linksIn(entry: Entry): string[] {
  const scope = entry.id.slice(0, entry.id.indexOf("#"));
  return [...entry.text.matchAll(link)].flatMap((found) => {
    const target = found[1] ?? "";
    const anchor = found[2] ?? "";
    if (/^[a-z]+:/i.test(target)) return [];
    return [`${target === "" ? scope : resolve(entry.file, target)}#${anchor}`];
  });
}

/** A relative link's path from the repository's root. */
function resolve(file: string, target: string): string {
  const parts = target.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
