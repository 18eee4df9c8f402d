import type { Entry, SourceFile } from "./entry.ts";

const link =
  /\]\(<?([^()\s<>#?]{1,200}\.(?:json|ya?ml|csv|tsv|txt|ndjson|jsonl|hex))>?(?:[#?][^()\s]{0,100})?\)/gi;
const dataWords = /\b(?:vectors?|cases?|fixtures?|examples?|samples?|test data|test values?)\b/i;

/** Paths of data files that an entry's text links to, from the spec's root; none outside of it. */
export function linkedPaths({ file, text }: Pick<Entry, "file" | "text">): readonly string[] {
  return [...text.slice(0, 100_000).matchAll(link)].flatMap(
    ([, target = ""]) => resolved(file, target) ?? [],
  );
}

function resolved(from: string, target: string): string | null {
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
