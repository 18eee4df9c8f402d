import type { Entry, SourceFile } from "./entry.ts";
import type { TestDataRef } from "./test-data.ts";

const token = /[A-Za-z][\p{L}\p{N}_-]{1,60}(?:\.\d{1,6}){0,8}|\d{1,6}(?:\.\d{1,6}){1,8}/gu;
/** Places kept per entry. */
const places = 50;
/** A line that names more entries than this is an overview, no test data of any of them. */
const namesPerLine = 12;

/**
 * Lines of test files by the entry's ID they name: headings, `@spec-1.2.3` tags, **Test ID** lines, YAML and JSON names.
 * Linear in the texts.
 */
export function linesNaming(
  entries: readonly Entry[],
  testFiles: readonly SourceFile[],
): ReadonlyMap<string, readonly TestDataRef[]> {
  if (testFiles.length === 0) return new Map();
  const found = new Map<string, TestDataRef[]>();
  const byToken = new Map<string, string>(entries.map((entry) => [bare(entry.id), entry.id]));
  for (const file of testFiles) {
    file.text.split(/\r\n|\n|\r/).forEach((text, i) => {
      for (const id of namedIn(text, byToken)) note(found, id, { file: file.path, line: i + 1 });
    });
  }
  return found;
}

function bare(id: string): string {
  return id.replace(/^.*#/, "").replace(/^[a-z ]+(?=\d)/, "");
}

function namedIn(text: string, byToken: ReadonlyMap<string, string>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const word of text.slice(0, 4096).matchAll(token)) {
    for (const whole of [word[0], word[0].replace(/^[a-z]+[-_]/, "")]) {
      const id = byToken.get(whole) ?? byToken.get(whole.split(".", 1)[0] ?? "");
      if (id !== undefined) ids.add(id);
    }
  }
  return ids.size > namesPerLine ? new Set() : ids;
}

/** The lines that name an entry, then fences and tables inside it. */
export function testDataOf(
  entry: Entry,
  named: ReadonlyMap<string, readonly TestDataRef[]>,
): readonly TestDataRef[] {
  const samples = samplesIn(entry).map((line) => ({ file: entry.file, line }));
  return [...(named.get(entry.id) ?? []), ...samples].slice(0, places);
}

/** First lines of fences and tables in an entry's own text. */
function samplesIn(entry: Entry): number[] {
  const lines: number[] = [];
  let inFence = false;
  for (const { line, text } of entry.lines) {
    const fence = /^[\s>]{0,40}(?:```|~~~)/.test(text);
    if (fence && !inFence) lines.push(line);
    if (fence) inFence = !inFence;
    else if (!inFence && /^[\s>]{0,40}\|?[ :]{0,4}-{3}[-|: ]*$/.test(text) && text.includes("|"))
      lines.push(line);
  }
  return lines;
}

function note(found: Map<string, TestDataRef[]>, id: string, place: TestDataRef): void {
  const known = found.get(id) ?? [];
  if (known.length < places) known.push(place);
  found.set(id, known);
}
