import { citedForm } from "../trace/cited-ids.ts";
import { parseLanguage } from "../code/language.ts";
import type { Entry, SourceFile } from "../entries/entry.ts";
import { withoutHiddenCharacters } from "../markdown/hidden-text.ts";
import type { MarkdownFence, MarkdownTable } from "../markdown/read/markdown-text.ts";
import { readLines } from "../markdown/read/read-markdown.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import { idFinder } from "../trace/id-finder.ts";
import { citedLines } from "./cited-lines.ts";

/** A definition of an interface or type as the spec writes it. */
export interface SpecDefinition {
  readonly file: string;
  /** Where it opens, 1-based: the fence, the head of the table, or the first line shown. */
  readonly line: number;
  /** Word for the fence it is shown in; never one that a page draws. */
  readonly language: string;
  /** Verbatim, but for characters that show as nothing. */
  readonly text: string;
  /** Entry IDs of the package that hold or are cited by it, in its order. */
  readonly entries: readonly string[];
}

interface DefinitionSources {
  /** Entries of the package at head. */
  readonly entries: readonly Entry[];
  /** Spec files at head: an IDL may stand anywhere in them. */
  readonly files: readonly SourceFile[];
  /** The entry that encloses an entry, or null. */
  readonly parentOf: (id: string) => string | null;
}

const maxDefinitions = 24;
const maxLines = 80;
const definingLanguages =
  /^(?:idl|webidl|proto\d?|protobuf|graphql|gql|thrift|smithy|avdl|asn1|cddl|abnf|ebnf|wit)$/;
const modifiers = new Set([
  "export",
  "public",
  "abstract",
  "sealed",
  "data",
  "declare",
  "final",
  "partial",
  "create",
]);
const declaring =
  /^(?:class|interface|enum|struct|protocol|trait|record|message|service|union|typedef|type|table)$/i;

/**
 * The definitions that the spec itself gives for a package, verbatim: code blocks and type tables in the entries' own
 * text that declare something, and the lines of an IDL anywhere in the spec that cite an entry of it (or the entry above,
 * when it is cited nowhere itself). Nothing is guessed: what none of these give is not there. Bounded.
 */
export function specDefinitions({ entries, files, parentOf }: DefinitionSources): readonly SpecDefinition[] {
  const own = entries.flatMap(ownDefinitions);
  const known = new Set(own.map(({ file, line }) => `${file}:${String(line)}`));
  const cited = citedDefinitions({ entries, files, parentOf }).filter(
    ({ file, opens }) => !known.has(`${file}:${String(opens)}`),
  );
  return [...own, ...cited].slice(0, maxDefinitions);
}

/** Whether a line of code begins with the word of a declaration and then a name. */
function declares(content: string): boolean {
  return content.split("\n").some((line) => {
    const words = line.slice(0, 200).trim().split(/\s+/, 6);
    const first = words.findIndex((word) => !modifiers.has(word.toLowerCase()));
    return declaring.test(words[first] ?? "") && /^[A-Za-z_"`]/.test(words[first + 1] ?? "");
  });
}

function ownDefinitions(entry: Entry): readonly SpecDefinition[] {
  const { fences, tables } = readLines(entry.lines);
  const place = ({ line }: MarkdownFence | MarkdownTable) => ({
    file: entry.file,
    line,
    entries: [entry.id],
  });
  const code = fences
    .filter(({ language, content }) => definingLanguages.test(language) || declares(content))
    .filter(({ language }) => language !== "mermaid")
    .map((one) => ({
      ...place(one),
      language: fenceWord(one.language),
      text: bounded(one.content.trimEnd().split("\n")),
    }));
  const types = tables.filter(isTypeTable).map((one) => {
    const lines = entry.lines.filter(({ line }) => line >= one.line && line <= one.endLine);
    return { ...place(one), language: "text", text: bounded(lines.map(({ text }) => text.trim())) };
  });
  return [...code, ...types].sort((a, b) => a.line - b.line);
}

/** Columns for a name and for a type. */
function isTypeTable({ header }: MarkdownTable): boolean {
  const bare = header.map((column) => column.replace(/[*_`]/g, "").trim().toLowerCase());
  return (
    bare.some((one) => /^(?:data )?type$/.test(one)) &&
    bare.some((one) =>
      /\b(?:name|field|property|attribute|parameter|param|key|option|argument|member)\b/.test(one),
    )
  );
}

/** A block of code in a file; `line` is that of its first line of code, `opens` that of its fence. */
interface CodeBlock {
  readonly file: string;
  readonly opens: number;
  readonly line: number;
  readonly language: string;
  readonly lines: readonly string[];
}

function codeBlocksOf(file: SourceFile): readonly CodeBlock[] {
  const { fences, blocks, lines } = scanSource(file);
  const code = (opens: number, from: number, to: number, language: string): CodeBlock => ({
    ...{ file: file.path, opens, line: from, language },
    lines: lines.slice(from - 1, to).map(({ content }) => content),
  });
  const fenced = fences.map(({ line, endLine, closed, language }) =>
    code(line, line + 1, closed ? endLine - 1 : endLine, language),
  );
  const indented = blocks
    .filter(({ kind }) => kind === "code")
    .map(({ line, endLine }) => code(line, line, endLine, ""));
  return [...fenced, ...indented].sort((a, b) => a.line - b.line);
}

interface CitedDefinition extends SpecDefinition {
  /** Line of the fence around it. */
  readonly opens: number;
}

function citedDefinitions({ entries, files, parentOf }: DefinitionSources): readonly CitedDefinition[] {
  const lineage = entries.map(({ id }) => ({
    id,
    forms: lineageOf(id, parentOf).map(citedForm).filter(isName),
  }));
  const find = idFinder(lineage.flatMap(({ forms }) => forms));
  const blocks = files
    .flatMap(codeBlocksOf)
    .map((block) => ({ block, cites: block.lines.map((line) => citationsIn(line, find)) }));
  const all = new Set(blocks.flatMap(({ cites }) => cites.flat()));
  const citedAs = lineage.flatMap(({ id, forms }) => {
    const form = forms.find((one) => all.has(one));
    return form === undefined ? [] : [{ id, form }];
  });
  return blocks.flatMap(({ block, cites }) => {
    const here = citedAs.filter(({ form }) => cites.some((line) => line.includes(form)));
    if (here.length === 0) return [];
    const wanted = cites.map((line) => here.some(({ form }) => line.includes(form)));
    const { first, lines } = citedLines(block.lines, wanted);
    const { file, line, opens } = block;
    const place = { file, line: line + first, opens, entries: here.map(({ id }) => id) };
    return [{ ...place, language: fenceWord(block.language), text: bounded(lines) }];
  });
}

const maxHeight = 4;

/** A comment that holds a common word cites nothing. */
function isName(form: string): boolean {
  return /[^a-z]/.test(form);
}

/** The entry and those around it, nearest first. */
function lineageOf(id: string, parentOf: (id: string) => string | null): readonly string[] {
  const found = [id];
  for (let at = parentOf(id); at !== null && found.length < maxHeight; at = parentOf(at)) found.push(at);
  return found;
}

/** IDs in a line's comment: elsewhere they would be names. `RTN*` stands for a family and says nothing about a member. */
function citationsIn(line: string, find: ReturnType<typeof idFinder>): readonly string[] {
  const bounded = line.slice(0, 2000);
  const comment = /(?:^|\s)(?:\/\/|#|--|\/\*|\*)/.exec(bounded);
  if (comment === null) return [];
  return bounded
    .slice(comment.index + comment[0].length)
    .split(/[\s,;()]+/)
    .filter((token) => token !== "" && !token.includes("*"))
    .flatMap((token) => find(token, 1))
    .flatMap(({ form, known }) => (known ? [form] : []));
}

function fenceWord(language: string): string {
  return definingLanguages.test(language) || parseLanguage(language) !== null ? language : "text";
}

function bounded(lines: readonly string[]): string {
  const shown = lines.slice(0, maxLines).map((line) => withoutHiddenCharacters(line).slice(0, 400));
  return [...shown, ...(lines.length > maxLines ? ["(shortened)"] : [])].join("\n");
}
