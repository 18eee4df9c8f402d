import type { SourceFile } from "../../../entries/entry.ts";
import { escapeRegExp } from "../../../trace/cited-ids.ts";
import { fileName } from "../../../file-name.ts";
import { parseJson } from "../../../parse-json.ts";

const dataFile = /\.(?:json|ya?ml|toml|properties|strings|arb|po|ftl)$/i;
const maxData = 200_000;

/** Texts that stand as values in data which the code brings in by its name: a catalogue of messages, settings. */
export function importedTexts(
  files: readonly SourceFile[],
  isTest: (path: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const code = files.filter(({ path }) => !isTest(path) && !dataFile.test(path));
  for (const { path, text } of files) {
    if (!dataFile.test(path) || isTest(path) || text.length > maxData) continue;
    const stem = fileName(path).replace(dataFile, "");
    if (!code.some((file) => names(file.text, stem))) continue;
    for (const [, quoted = ""] of text.matchAll(quotedValue)) found.add(unquoted(quoted));
    for (const line of text.split("\n")) found.add(plainValue(line));
  }
  found.delete("");
  return found;
}

const quotedValue = /("(?:[^"\\\n]|\\.){1,2000}")\s{0,4}(?=[,;\]}\n]|$)/g;

/** `Wait 3 s.` of `key: Wait 3 s.` and `key = Wait 3 s.`; a JSON number or word ends before its comma. */
function plainValue(line: string): string {
  const at = line.search(/[:=]/);
  return at < 0
    ? ""
    : line
        .slice(at + 1)
        .trim()
        .replace(/[,;]$/, "");
}

function unquoted(text: string): string {
  const value = parseJson(text);
  return typeof value === "string" ? value : text.slice(1, -1);
}

/** `"./messages.json"`, `"messages"`: quoted, alone or at the end of a path. */
function names(code: string, stem: string): boolean {
  const at = code.indexOf(stem);
  return at >= 0 && new RegExp(`["'\`/]${escapeRegExp(stem)}(?:\\.\\w{2,10})?["'\`]`).test(code);
}
