import type { Finding, SourceFile } from "../../entries/entry.ts";
import { fileRole } from "../context/file-role.ts";
import { declaresTestsWithoutAssertion } from "../guard/assertions.ts";
import type { Cited, Place } from "../../trace/trace-target.ts";
import type { VectorFile } from "../vectors/vector-file.ts";
import { holdsLiteral, literalsOf } from "./literals.ts";
import { testBlock } from "./test-block.ts";

export interface ConformanceFacts {
  /** Entries the code is said to satisfy; own text as Markdown. */
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** Where the target names them. */
  readonly cited: ReadonlyMap<string, Cited>;
  /** Source and tests of the target, vectors included. */
  readonly files: readonly SourceFile[];
  /** The spec's test data as it must stand in the target. */
  readonly vectors: readonly VectorFile[];
  /** Names of the interfaces the design document declares. */
  readonly interfaces: readonly string[];
}

/** `yes`: a test holds a literal of the entry or reads its data. `unknown`: the entry has no literal to look for. */
export type Proof = "yes" | "no" | "unknown";

export interface EntryConformance {
  readonly id: string;
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
  readonly proof: Proof;
}

export interface ConformanceReport {
  readonly entries: readonly EntryConformance[];
  /** What does not hold; `file` and `line` are of the target. Empty: conforms, as far as text can show. */
  readonly findings: readonly Finding[];
}

/** One test that is tagged with more entries than this can hardly prove each of them. */
const mostTagsPerTest = 5;

/**
 * Checks what a text can show of code that says it satisfies entries: tags in code and in tests, tests that hold a literal
 * of their entry or read its data, vectors unchanged and read, interfaces present. It proves absence of work, not its
 * correctness; running the tests is the target's CI's part.
 */
export function checkConformance(facts: ConformanceFacts): ConformanceReport {
  const texts = new Map(facts.files.map(({ path, text }) => [path, text]));
  const ids = new Set(facts.entries.map(({ id }) => id));
  const checked = facts.entries.map((entry) => checkEntry(entry, facts, texts, ids));
  const findings = [
    ...checked.flatMap(({ findings: own }) => own),
    ...stuffedTests(facts, texts),
    ...vectorFindings(facts, texts),
    ...interfaceFindings(facts),
  ];
  return { entries: checked.map(({ conformance }) => conformance), findings };
}

type Texts = ReadonlyMap<string, string>;

function checkEntry(
  { id, text }: { readonly id: string; readonly text: string },
  facts: ConformanceFacts,
  texts: Texts,
  ids: ReadonlySet<string>,
): { conformance: EntryConformance; findings: readonly Finding[] } {
  const { source, tests } = facts.cited.get(id) ?? { source: [], tests: [] };
  const findings: Finding[] = [];
  const say = (rule: string, place: Place | undefined, message: string): void => {
    findings.push({ rule, id, file: place?.file ?? "", line: place?.line ?? 1, message });
  };
  if (source.length === 0) say("untagged-source", undefined, `No source file names ${id}.`);
  if (tests.length === 0) say("untagged-test", undefined, `No test names ${id}.`);
  const blocks = tests.map((place) => blockAt(place, texts));
  const proof = proofOf(id, text, facts, blocks, ids);
  if (tests.length > 0 && proof === "no")
    say(
      "no-proof",
      tests[0],
      `No test tagged ${id} holds a value or name of the entry or reads its test data.`,
    );
  if (tests.length > 0 && blocks.every((block) => declaresTestsWithoutAssertion(block)))
    say("no-assertion", tests[0], `Nothing can fail in the tests tagged ${id}.`);
  return { conformance: { id, source, tests, proof }, findings };
}

function proofOf(
  id: string,
  text: string,
  { vectors }: ConformanceFacts,
  blocks: readonly string[],
  ids: ReadonlySet<string>,
): Proof {
  const literals = literalsOf(text, ids);
  const data = vectors.filter(({ entries }) => entries.includes(id)).map(({ path }) => nameOf(path));
  if (literals.length + data.length === 0) return "unknown";
  return blocks.some((block) => holdsLiteral(block, [...literals, ...data])) ? "yes" : "no";
}

/** Tests tagged with so many entries that the tags say nothing. */
function stuffedTests({ cited }: ConformanceFacts, texts: Texts): Finding[] {
  const byBlock = new Map<string, { place: Place; ids: Set<string> }>();
  for (const [id, { tests }] of cited) {
    for (const place of tests) {
      const key = `${place.file}\n${blockAt(place, texts)}`;
      const known = byBlock.get(key) ?? { place, ids: new Set<string>() };
      known.ids.add(id);
      byBlock.set(key, known);
    }
  }
  return [...byBlock.values()].flatMap(({ place, ids }) => {
    if (ids.size <= mostTagsPerTest) return [];
    const message = `One test is tagged with ${ids.size} entries; a test proves one or a few.`;
    return [{ rule: "tag-stuffing", id: null, ...place, message }];
  });
}

function vectorFindings({ vectors, files, cited }: ConformanceFacts, texts: Texts): Finding[] {
  const tested = new Set([...cited.values()].flatMap(({ tests }) => tests.map(({ file }) => file)));
  return vectors.flatMap(({ path, content, entries }): Finding[] => {
    const about = { id: entries[0] ?? null, file: path, line: 1 };
    const text = texts.get(path);
    if (text === undefined)
      return [{ rule: "vector-missing", ...about, message: `${path}, test data of the spec, is not there.` }];
    if (text !== content)
      return [
        { rule: "vector-changed", ...about, message: `${path} is not what the spec says, byte for byte.` },
      ];
    const readers = files.filter((file) => file.path !== path && tested.has(file.path));
    if (readers.some((file) => file.text.includes(nameOf(path)))) return [];
    return [
      {
        rule: "vector-unread",
        ...about,
        message: `No tagged test names ${nameOf(path)}: its data is not read.`,
      },
    ];
  });
}

function interfaceFindings({ interfaces, files }: ConformanceFacts): Finding[] {
  const code = files.filter(({ path }) => fileRole(path) === "source");
  return interfaces
    .filter((name) => !code.some(({ text }) => namesIt(text, name)))
    .map((name) => ({
      rule: "interface-missing",
      id: null,
      file: "",
      line: 1,
      message: `The design declares ${name}; no source file of the target holds it.`,
    }));
}

/** Whether the name stands by itself: `Upload` does not stand in `Uploader`. */
function namesIt(text: string, name: string): boolean {
  return new RegExp(`\\b${name.replace(/\W/g, "")}\\b`).test(text);
}

function blockAt({ file, line }: Place, texts: Texts): string {
  return testBlock((texts.get(file) ?? "").split("\n"), line);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
