import type { Entry, SourceFile } from "./entry.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import { holdsValues, isTableOfValues } from "./holds-values.ts";
import { holdsCases, linkedPaths } from "./linked-data.ts";
import { pushTo } from "../push-to.ts";
import type { TestDataRef } from "./test-data.ts";
import { fileName } from "../file-name.ts";

const token = /[A-Za-z][\p{L}\p{N}_-]{1,60}(?:\.\d{1,6}){0,8}|\d{1,6}(?:\.\d{1,6}){1,8}/gu;
/** Places kept per entry. */
const places = 50;
/** A line that names more entries than this is an overview, no test data of any of them. */
const namesPerLine = 12;

/**
 * Lines of test files by the entry's ID they name: headings, `@spec-1.2.3` tags, **Test ID** lines, YAML and JSON names;
 * and files of cases that an entry links to. Linear in the texts.
 */
export function linesNaming(
  entries: readonly Entry[],
  testFiles: readonly SourceFile[],
): ReadonlyMap<string, readonly TestDataRef[]> {
  if (testFiles.length === 0) return new Map();
  const found = new Map<string, TestDataRef[]>();
  const byToken = new Map<string, Entry[]>();
  for (const entry of entries) pushTo(byToken, bare(entry.id), entry);
  for (const file of testFiles) {
    const own = new FeatureOf(file);
    file.text.split(/\r\n|\n|\r/).forEach((text, i) => {
      for (const id of namedIn(text, byToken, own)) note(found, id, { file: file.path, line: i + 1 });
    });
  }
  for (const entry of entries)
    for (const path of linkedPaths(entry)) {
      const file = testFiles.find((one) => one.path === path);
      const isKnown = (found.get(entry.id) ?? []).some((place) => place.file === path);
      if (file !== undefined && !isKnown && holdsCases(entry, file))
        note(found, entry.id, { file: path, line: 1 });
    }
  return found;
}

function bare(id: string): string {
  return id.replace(/^.*#/, "").replace(/^[a-z ]+(?=\d)/, "");
}

function namedIn(
  text: string,
  byToken: ReadonlyMap<string, readonly Entry[]>,
  feature: FeatureOf,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const word of text.slice(0, 4096).matchAll(token)) {
    for (const whole of [word[0], word[0].replace(/^[a-z]+[-_]/, "")]) {
      const named = byToken.get(whole) ?? byToken.get(whole.split(".", 1)[0] ?? "") ?? [];
      const entry = named.length < 2 ? named[0] : feature.own(named);
      if (entry !== undefined) ids.add(entry.id);
    }
  }
  return ids.size > namesPerLine ? new Set() : ids;
}

/** Which of several entries with one ID a test file means: that of the feature which its path or text names. */
class FeatureOf {
  private readonly path: ReadonlySet<string>;
  private readonly text: string;

  constructor(file: SourceFile) {
    this.path = new Set(file.path.toLowerCase().split(/[/.]/));
    this.text = file.text.slice(0, 20_000);
  }

  own(named: readonly Entry[]): Entry | undefined {
    const found = named.filter((entry) => this.isOf(entry));
    return found.length === 1 ? found[0] : undefined;
  }

  /** A short word stands in any text. */
  private names(name: string): boolean {
    return name.length > 3 && this.text.includes(name);
  }

  private isOf({ id }: Entry): boolean {
    const scope = id.slice(0, Math.max(id.indexOf("#"), 0));
    const name = fileName(scope).replace(/\.(?:md|mdx|markdown)$/i, "");
    const plain = name.toLowerCase().replace(/^\d+[-_]/, "");
    if (name === "") return false;
    return this.path.has(name.toLowerCase()) || this.path.has(plain) || this.names(scope) || this.names(name);
  }
}

/** The lines that name an entry, then fences and tables inside it that hold exact values. */
export function testDataOf(
  entry: Entry,
  named: ReadonlyMap<string, readonly TestDataRef[]>,
): readonly TestDataRef[] {
  const samples = samplesIn(entry).map((line) => ({ file: entry.file, line }));
  return [...(named.get(entry.id) ?? []), ...samples].slice(0, places);
}

/** First lines of the fences and tables in an entry's own text that are inputs with outputs, or values. */
function samplesIn(entry: Entry): number[] {
  const text = entry.lines
    .map((line) => line.text.replace(/^[\s>]{0,60}(?:[-*+]\s+)?(?=[|`~])/, ""))
    .join("\n");
  const scan = scanSource({ path: entry.file, text });
  const at = (index: number): number => entry.lines[index - 1]?.line ?? entry.line;
  const fences = scan.fences.filter((fence) => {
    const body = scan.lines.slice(fence.line, fence.closed ? fence.endLine - 1 : fence.endLine);
    const above = scan.lines.slice(0, fence.line - 1).findLast(({ kind }) => kind !== "blank");
    const before = above?.kind === "text" ? above.text.slice(-200) : "";
    return holdsValues(fence.info, body.map((line) => line.text).join("\n"), before);
  });
  const tables = scan.tables.filter(({ header, rows }) => isTableOfValues(header, rows));
  return [...fences.map(({ line }) => at(line)), ...tables.map(({ line }) => at(line + 1))].sort(
    (a, b) => a - b,
  );
}

function note(found: Map<string, TestDataRef[]>, id: string, place: TestDataRef): void {
  const known = found.get(id) ?? [];
  if (known.length < places) known.push(place);
  found.set(id, known);
}
