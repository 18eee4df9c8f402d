import type { SourceFile } from "../../entries/entry.ts";
import { nameOf } from "./opened-data.ts";

const dataFile = /\.(?:json|ya?ml|properties|strings)$/i;
const maxData = 200_000;

/** Texts that stand as values in data which the code brings in by its name: a catalogue of messages, settings. */
export function shippedTexts(
  files: readonly SourceFile[],
  isTest: (path: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const code = files.filter(({ path }) => !isTest(path) && !dataFile.test(path));
  for (const { path, text } of files) {
    if (!dataFile.test(path) || isTest(path) || text.length > maxData) continue;
    const stem = nameOf(path).replace(dataFile, "");
    if (!code.some((file) => names(file.text, stem))) continue;
    for (const [, quoted, plain] of text.matchAll(value)) found.add(unquoted(quoted) ?? plain?.trim() ?? "");
  }
  found.delete("");
  return found;
}

/** What stands behind a key, or in a list. */
const value = /(?:[:=,[]|^\s*-)\s*(?:("(?:[^"\\\n]|\\.)*")|([^\s"{[][^\n]*?))[ \t]*(?=[,;\]}]|$)/gm;

function unquoted(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** `"./messages.json"`, `"messages"`: quoted, alone or at the end of a path. */
function names(code: string, stem: string): boolean {
  const at = code.indexOf(stem);
  return at >= 0 && new RegExp(`["'\`/]${escaped(stem)}(?:\\.\\w{2,10})?["'\`]`).test(code);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
