import type { SourceFile } from "../entries/entry.ts";
import type { ModelDocument, ModelRequest } from "../model-request.ts";
import type { CitationHabit } from "./citation-habit.ts";
import { boundedFailures, type CheckFailure } from "./check-failure.ts";
import {
  codeForModel,
  dataBlock,
  dataForModel,
  fileForModel,
  entryForModel,
  markdownForModel,
  passageIn,
  type ModelData,
  type ShownText,
} from "../model-text.ts";
import { defaultCaps, type WritePolicy } from "./guard/write-policy.ts";
import { languageName } from "./language.ts";
import { writePrompt } from "./prompts/write.ts";
import type { Revision } from "./revision.ts";
import { type CodeTarget, type ContextFile, tagOf, vectorFolder } from "./target.ts";
import type { VectorFile } from "./vectors/vector-file.ts";
import { writeBudget } from "./write-budget.ts";
import { demandsOf } from "./verification/demands/demands.ts";
import { writeTools } from "./write-tools.ts";

/** One entry as the writer is given it. */
export interface RequestedEntry {
  readonly id: string;
  /** Own text at head, Markdown as written. */
  readonly text: string;
  /** Text of the entry it changes or replaces, or null. */
  readonly previousText: string | null;
  readonly fingerprint: string;
  readonly file: string;
  readonly line: number;
}

interface CodeRequestFacts {
  readonly target: CodeTarget;
  readonly entries: readonly RequestedEntry[];
  /** Entries that are only to be read: parents and what the entries refer to. */
  readonly neighbours: readonly { readonly id: string; readonly text: string }[];
  /** The merged or drafted design document, or null on the direct path. */
  readonly design: SourceFile | null;
  /** Best first, within the budget; see generation/context. */
  readonly context: readonly ContextFile[];
  readonly conventions: readonly SourceFile[];
  readonly vectors: readonly VectorFile[];
  /** How the code base cites entries today; null where it was not looked at. */
  readonly habit?: CitationHabit | null;
  /** Settings of formatters and linters, as they stand in the target. */
  readonly formatting?: readonly SourceFile[];
  /** What the person who asked added after `--`. */
  readonly note: string | null;
  /** What CI said about the code as it stands, which is to be mended; absent when the code is yet to be written. */
  readonly failures?: readonly CheckFailure[];
  /** What a reviewer asks of the code as it stands; absent when nobody did. */
  readonly revision?: Revision;
}

/** Everything the writer of one target works from; `model` is the first request, printable as it is. */
export interface CodeRequest extends CodeRequestFacts {
  readonly model: ModelRequest;
  /** IDs of neighbours for which there was no room. */
  readonly notShown: readonly string[];
  readonly policy: WritePolicy;
}

/**
 * Puts the facts into the first model request and the policy into data. Pure and deterministic: the same facts give
 * the same bytes, so that caches and cassettes hold. Nothing of the spec or the target stands in `system`.
 */
export function codeRequest(given: CodeRequestFacts): CodeRequest {
  const facts = withHabit(given);
  return {
    ...facts,
    notShown: roomFor(facts.neighbours).left.map(({ id }) => id),
    policy: policyOf(facts),
    model: {
      purpose: "write",
      system: writePrompt,
      documents: documentsOf(facts),
      messages: [{ role: "user", content: [{ type: "text", text: task(facts) }] }],
      tools: writeTools,
      outputSchema: null,
      maxOutputTokens: 32_000,
    },
  };
}

/** Where nobody configured a tag, entries are cited as the code base cites them. */
function withHabit(facts: CodeRequestFacts): CodeRequestFacts {
  const { target, habit } = facts;
  if (target.tag.assumed !== true || !habit) return facts;
  const pattern = habit.form ?? target.tag.pattern.replace("ID", habit.word ? `${habit.word} ID` : "ID");
  return { ...facts, target: { ...target, tag: { ...target.tag, pattern } } };
}

function policyOf(facts: CodeRequestFacts): WritePolicy {
  const { target } = facts;
  return {
    folders: [...new Set([...target.sourceFolders, ...target.testFolders, ...vectorFolders(facts)])],
    testFolders: target.testFolders,
    ...(target.endings === undefined ? {} : { endings: target.endings }),
    ...(target.files === undefined ? {} : { named: target.files }),
    fixed: facts.vectors.map(({ path, content }) => ({ path, content })),
    caps: defaultCaps,
  };
}

function vectorFolders({ vectors, target }: CodeRequestFacts): readonly string[] {
  const folders = vectors.map(({ path }) => path.slice(0, path.lastIndexOf("/")));
  return folders.length > 0 ? folders : [vectorFolder(target)];
}

/** Characters of what is shown beside the code. */
const namedAtMost = 60;
const bounds = { conventions: 6_000, formatting: 1_500, neighbours: 16_000 };

/** Stable order, so that the cached prefix is as long as possible. */
function documentsOf(facts: CodeRequestFacts): readonly ModelDocument[] {
  return [
    ...facts.conventions.map((file) => ({
      title: `conventions: ${file.path}`,
      text: dataBlock(
        "conventions",
        fileData(cut(chaptersFirst(withoutProcess(file), bounds.conventions), bounds.conventions)),
      ),
    })),
    ...(facts.formatting ?? []).map((file) => ({
      title: `formatting: ${file.path}`,
      text: dataBlock("formatting", fileData(cut(file, bounds.formatting))),
    })),
    ...roomFor(facts.neighbours).shown.map((entry) => ({
      title: `neighbour: ${entry.id}`,
      text: dataBlock("neighbour", { id: markdownForModel(entry.id), text: entryForModel(entry.text) }),
    })),
    ...(facts.design === null
      ? []
      : [{ title: "design", text: dataBlock("design", fileData(facts.design)) }]),
    ...facts.context.map((file) => ({
      title: `file: ${file.path}`,
      text: dataBlock("file", fileData(file)),
    })),
  ];
}

function fileData({ text, ...about }: SourceFile): ModelData {
  return { ...(dataForModel(about, "code") as object), text: fileForModel(about.path, text) };
}

function cut({ path, text }: SourceFile, most: number): SourceFile {
  if (text.length <= most) return { path, text };
  return { path, text: `${text.slice(0, most)}\n(cut: read_file shows the rest)` };
}

/** Chapters about what happens around the code: people's part, not the writer's. */
const process =
  /^#{1,6} .{0,40}\b(?:pull requests?|releas(?:e|es|ing)|publish(?:ing)?|fork(?:s|ing)?|code of conduct|licen[cs]e|community|report(?:ing)?|comments|merged)\b/i;

/** Chapters about how code is written, which are shown first where not all have room. */
const form =
  /\b(?:test(?:s|ing)?|style|conventions?|format(?:ting)?|lint(?:ing)?|naming|comments?|guidelines?|cod(?:e|ing))\b/i;

function chaptersFirst({ path, text }: SourceFile, most: number): SourceFile {
  if (text.length <= most) return { path, text };
  const chapters = text.split(/^(?=#{1,6} )/m);
  const isForm = (chapter: string): boolean => form.test(chapter.slice(0, chapter.indexOf("\n")));
  return { path, text: [...chapters.filter(isForm), ...chapters.filter((one) => !isForm(one))].join("") };
}

function withoutProcess({ path, text }: SourceFile): SourceFile {
  let left: number | null = null;
  const kept = text.split("\n").filter((line) => {
    const level = /^(#{1,6}) /.exec(line)?.[1]?.length;
    if (level !== undefined && (left === null || level <= left)) left = process.test(line) ? level : null;
    return left === null;
  });
  return { path, text: kept.join("\n") };
}

/** How tests cite an entry, where nobody configured it and they do it otherwise than code. */
function tagInTests(id: string, { target, habit }: CodeRequestFacts): { readonly tagInTests?: ModelData } {
  const pattern = habit?.testForm ?? target.tag.pattern;
  if (target.tag.assumed !== true || pattern === target.tag.pattern) return {};
  return { tagInTests: markdownForModel(tagOf(id, { ...target.tag, pattern })) };
}

function notShownData(facts: CodeRequestFacts): { readonly neighboursNotShown?: ModelData } {
  const ids = roomFor(facts.neighbours).left.map(({ id }) => id);
  return ids.length === 0 ? {} : { neighboursNotShown: dataForModel(ids.slice(0, namedAtMost), "markdown") };
}

type Neighbours = CodeRequestFacts["neighbours"];

/** The first entries that fit together, and those that do not. */
function roomFor(neighbours: Neighbours): Record<"shown" | "left", Neighbours> {
  let room = bounds.neighbours;
  const fits = neighbours.map(({ text }) => {
    const isFitting = text.length <= room;
    if (isFitting) room -= text.length;
    return isFitting;
  });
  return { shown: neighbours.filter((_, at) => fits[at]), left: neighbours.filter((_, at) => !fits[at]) };
}

function revisionData({ asked, beside }: Revision): ModelData {
  return { asked: markdownForModel(asked, 4_000), beside: dataForModel(beside, "code") };
}

/** Characters of a test vector that show how it is built; all of it can be read with a tool. */
const shownOfVector = 600;

function task(facts: CodeRequestFacts): ShownText {
  const { target } = facts;
  const ids = new Set(facts.entries.map(({ id }) => id));
  return dataBlock("task", {
    target: codeForModel(target.name),
    language: target.language === null ? null : codeForModel(languageName(target.language)),
    sourceFolders: dataForModel(target.sourceFolders, "code"),
    testFolders: dataForModel(target.testFolders, "code"),
    entries: facts.entries.map(({ id, text, previousText }) => {
      const shown = entryForModel(text);
      return {
        id: markdownForModel(id),
        text: shown,
        previousText: previousText === null ? null : entryForModel(previousText),
        demands: demandsOf(text, ids).flatMap(({ quote }) => passageIn(quote, shown) ?? []),
        tag: markdownForModel(tagOf(id, target.tag)),
        ...tagInTests(id, facts),
      };
    }),
    vectors: facts.vectors.map(({ path, entries, describes, content }) =>
      dataForModel({ path, entries, describes, begins: content.slice(0, shownOfVector) }, "code"),
    ),
    citations: !facts.habit
      ? null
      : dataForModel({ source: facts.habit.source, tests: facts.habit.tests }, "code"),
    ...notShownData(facts),
    budget: { ...writeBudget, filesWritten: defaultCaps.files },
    noteFromTheRequester: facts.note === null ? null : markdownForModel(facts.note),
    ...(facts.failures === undefined
      ? {}
      : { failuresToMend: dataForModel(boundedFailures(facts.failures), "code") }),
    ...(facts.revision === undefined ? {} : { revisionAsked: revisionData(facts.revision) }),
  });
}
