import { isDataFile } from "../../data-file.ts";
import type { Entry, SourceFile, SourceLine } from "../../entries/entry.ts";
import type { TestDataRef } from "../../entries/test-data.ts";
import { codeInData } from "../guard/content-problem.ts";
import { protectedPathProblem } from "../guard/protected-path.ts";
import type { MarkdownFence, MarkdownTable } from "../../markdown/read/markdown-text.ts";
import { readLines } from "../../markdown/read/read-markdown.ts";
import { sectionAround } from "./section-around.ts";
import type { VectorFile, VectorSource } from "./vector-file.ts";
import { fileName } from "../../file-name.ts";
import { parseJson } from "../../parse-json.ts";

interface VectorFacts {
  readonly entries: readonly { readonly entry: Entry; readonly testData: readonly TestDataRef[] }[];
  /** Files at head that test data may lie in. */
  readonly files: readonly SourceFile[];
  /** Folder of the target that vectors are written into, without `/` at the end. */
  readonly folder: string;
}

export interface ExtractedVectors {
  readonly vectors: readonly VectorFile[];
  /** Test data that was found and not written, with the reason; said in the pull request. */
  readonly left: readonly { readonly source: VectorSource; readonly why: string }[];
}

/** Below the caps of the guard, so that there is room for code. Bytes are counted as UTF-16 units: no more than UTF-8's. */
const most = { files: 25, fileLength: 200_000, totalLength: 1_000_000 };

/** Info strings of fences that hold data, and the ending of the file they become. Anything else is code or prose. */
const dataFences: Readonly<Record<string, string>> = {
  json: "json",
  yaml: "yaml",
  yml: "yaml",
  csv: "csv",
  tsv: "tsv",
  xml: "xml",
  toml: "toml",
  http: "txt",
  hex: "txt",
  text: "txt",
  txt: "txt",
  plain: "txt",
  plaintext: "txt",
  example: "txt",
};

interface Candidate {
  readonly name: string;
  readonly ending: string;
  readonly content: string;
  readonly id: string;
  readonly describes: string;
  readonly source: VectorSource;
}

/**
 * The entries' test data as files: tables and data fences in the entries themselves and in the sections of test
 * specifications that name them, and whole data files that do. Deterministic, in the order of the entries. Content is
 * as the spec has it; a table becomes JSON whose cells are.
 */
export function extractVectors({ entries, files, folder }: VectorFacts): ExtractedVectors {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const candidates = entries.flatMap(({ entry, testData }) => [
    ...fromSamples(entry.id, entry.file, entry.lines, true),
    ...testData
      .filter(({ file }) => file !== entry.file)
      .flatMap((place) => fromPlace(entry.id, place, byPath.get(place.file))),
  ]);
  return placed(candidates, folder);
}

function fromPlace(id: string, { file, line }: TestDataRef, found: SourceFile | undefined): Candidate[] {
  if (found === undefined) return [];
  if (!isDataFile(file) && !file.endsWith(".feature"))
    return fromSamples(id, file, sectionAround(found, line), false);
  const name = fileName(file);
  const at = name.lastIndexOf(".");
  const endLine = found.text.split("\n").length;
  return [
    {
      name: name.slice(0, at),
      ending: name.slice(at + 1),
      content: found.text,
      id,
      describes: `the file ${name} as it is`,
      source: { file, line: 1, endLine },
    },
  ];
}

/** Fences and tables in the order of the text. A fence that is never closed is none: what follows it cannot be told from prose. */
function fromSamples(id: string, file: string, lines: readonly SourceLine[], own: boolean): Candidate[] {
  const { fences, tables } = readLines(lines);
  const closed = fences.filter(({ isFenced, isClosed }) => isFenced && isClosed);
  return [...closed, ...tables]
    .sort((a, b) => a.line - b.line)
    .flatMap((sample) => {
      const source = { file, line: sample.line, endLine: sample.endLine };
      const base = { name: slug(id), id, source };
      if ("rows" in sample) return [{ ...base, ...tableFile(id, sample, source) }];
      const ending = dataFences[sample.language] ?? bareEnding(sample, own);
      if (ending === null) return [];
      const count = sample.content.split("\n").length - 1;
      const lineWord = count === 1 ? "line" : "lines";
      return [{ ...base, ending, content: sample.content, describes: `${count} ${lineWord} of ${ending}` }];
    });
}

/** Without a language a fence is data where it is JSON, or where the entry itself shows it. */
function bareEnding({ language, content }: MarkdownFence, own: boolean): string | null {
  if (language !== "") return null;
  if (parseJson(content) !== undefined) return "json";
  return own ? "txt" : null;
}

function tableFile(
  id: string,
  { header, rows }: MarkdownTable,
  source: VectorSource,
): Pick<Candidate, "ending" | "content" | "describes"> {
  const content = `${JSON.stringify({ entries: [id], source, columns: header, rows }, null, 2)}\n`;
  const rowWord = rows.length === 1 ? "row" : "rows";
  return { ending: "json", content, describes: `${rows.length} ${rowWord}: ${header.join(", ")}` };
}

/** Gives each candidate a path; the same place named by several entries is one file. */
function placed(candidates: readonly Candidate[], folder: string): ExtractedVectors {
  const bySource = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.source.file}:${candidate.source.line}`;
    bySource.set(key, [...(bySource.get(key) ?? []), candidate]);
  }
  const vectors: VectorFile[] = [];
  const left: { source: VectorSource; why: string }[] = [];
  const taken = new Set<string>();
  let total = 0;
  for (const [first, ...others] of bySource.values()) {
    if (first === undefined) continue;
    const { content, describes, source } = first;
    const why = whyNot(content.length, vectors.length, total) ?? whatItHolds(first);
    if (why !== null) {
      left.push({ source, why });
      continue;
    }
    const entries = [...new Set([first, ...others].map(({ id }) => id))];
    vectors.push({ path: freePath(first, folder, taken), content, entries, describes, source });
    total += content.length;
  }
  return { vectors, left };
}

function whyNot(length: number, files: number, total: number): string | null {
  if (length > most.fileLength) return `larger than ${most.fileLength.toLocaleString("en-US")} characters`;
  if (files >= most.files) return `more than ${most.files} files of test data`;
  return total + length > most.totalLength ? "too much test data for one pull request" : null;
}

/** What a reader of such a file would execute; the spec's author is trusted with that no more than a model. */
function whatItHolds({ name, ending, content }: Candidate): string | null {
  const problem = codeInData(`${name}.${ending}`, content);
  return problem === null ? null : `line ${String(problem.line)} of it holds ${problem.what}`;
}

/** The first free name; a name that could decide what runs (`package.json`) gets the entry's in front. */
function freePath({ name, ending, id }: Candidate, folder: string, taken: Set<string>): string {
  const path = (stem: string): string => `${folder}/${stem}.${ending}`;
  const names = [name, `${slug(id)}-${name}`, `vector-${name}`];
  const stem = names.find((one) => protectedPathProblem(path(one)) === null) ?? "vector";
  let free = path(stem);
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = path(`${stem}-${n}`);
  taken.add(free.toLowerCase());
  return free;
}

function slug(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[-.]+/, "");
  return plain.replace(/-$/, "").slice(0, 60) || "entry";
}
