import type { Entry, SourceFile } from "./entry.ts";
import { fileName } from "../file-name.ts";
import { parseJson } from "../parse-json.ts";

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
    return linked.some((path) => fileName(path) === fileName(target)) ? [] : paths;
  });
  return [...new Set([...linked, ...named])];
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
  return (
    dataWords.test(path.replace(/[_-]/g, " ")) ||
    dataWords.test(text) ||
    isListOfLike(data) ||
    isTable(path, data)
  );
}

/** A file of rows, each of as many cells, two at least. */
function isTable(path: string, data: string): boolean {
  const mark = /\.tsv$/i.test(path) ? "\t" : /\.csv$/i.test(path) ? /[,;]/ : null;
  if (mark === null) return false;
  const lines = data
    .slice(0, 100_000)
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.includes('"'));
  const [first, ...more] = lines.map((line) => line.split(mark).length);
  return first !== undefined && first > 1 && more.length > 1 && more.every((cells) => cells === first);
}

function isListOfLike(data: string): boolean {
  const value = parseJson(data);
  const held =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.values(value) : [value];
  const told = held.filter((one) => typeof one !== "string");
  const lists = held.filter((one): one is unknown[] => Array.isArray(one) && one.length > 1);
  const isLike = (list: readonly unknown[]): boolean => new Set(list.map(shapeOf)).size === 1;
  return lists.length > 0 && lists.length === told.length && lists.every(isLike);
}

function shapeOf(value: unknown): string {
  return typeof value === "object" && value !== null ? Object.keys(value).sort().join() : typeof value;
}
