import type { Entry, SourceFile } from "./entry.ts";

const link =
  /\]\(<?([^()\s<>#?]{1,200}\.(?:json|ya?ml|csv|tsv|txt|ndjson|jsonl|hex))>?(?:[#?][^()\s]{0,100})?\)/gi;
const spelled = /`([\w@./-]{1,200}\.(?:json|ya?ml|csv|tsv|txt|ndjson|jsonl|hex))`/gi;
const dataWords = /\b(?:vectors?|cases?|fixtures?|examples?|samples?|test data|test values?)\b/i;

/** Paths of data files that an entry's text links to or names in a code span, from the spec's root; none outside of it. */
export function linkedPaths({ file, text }: Pick<Entry, "file" | "text">): readonly string[] {
  const own = text.slice(0, 100_000);
  const linked = [...own.matchAll(link)].flatMap(([, target = ""]) => resolvedPath(file, target) ?? []);
  const named = [...own.matchAll(spelled)].flatMap(([, target = ""]) => {
    // A name in the text is one from the root more often than one from beside it.
    const paths = [resolvedPath("", target), resolvedPath(file, target)].flatMap((path) => path ?? []);
    // In "an unchanged copy of it as `test/cases.json`" the file is the target's.
    return linked.some((path) => nameOf(path) === nameOf(target)) ? [] : paths;
  });
  return [...new Set([...linked, ...named])];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A link's address from the root, of a file at `from`; null for one outside of it. */
export function resolvedPath(from: string, target: string): string | null {
  if (/^[a-z]+:|^\//i.test(target)) return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** Whether a linked file holds cases, rather than a schema or settings: its link or name says so, or it is a list of things alike. */
export function holdsCases({ text }: Pick<Entry, "text">, { path, text: data }: SourceFile): boolean {
  return dataWords.test(path.replace(/[_-]/g, " ")) || dataWords.test(text) || isListOfLike(data);
}

function isListOfLike(data: string): boolean {
  try {
    const value: unknown = JSON.parse(data);
    return Array.isArray(value) && value.length > 1 && new Set(value.map(shapeOf)).size === 1;
  } catch {
    return false;
  }
}

function shapeOf(value: unknown): string {
  return typeof value === "object" && value !== null ? Object.keys(value).sort().join() : typeof value;
}
