import { citedForm } from "../code/context/cited-ids.ts";
import { parseLanguage } from "../code/language.ts";
import { type Sample, samplesIn } from "../code/vectors/samples.ts";
import type { Entry, SourceFile } from "../entries/entry.ts";
import { withoutHiddenCharacters } from "../entries/hidden-text.ts";
import { codeBlocks } from "../markdown/code-block.ts";
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

export interface DefinitionSources {
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
const declares =
  /^\s*(?:(?:export|public|abstract|sealed|data|declare|final|partial|type)\s+){0,3}(?:class|interface|enum|struct|protocol|trait|record|message|service|union|typedef|type|create\s+(?:table|type))\s+[A-Za-z_"`]/im;

/**
 * The definitions that the spec itself gives for a package, verbatim: code blocks and type tables in the entries' own
 * text that declare something, and the lines of an IDL anywhere in the spec that cite an entry of it (or the entry above,
 * when it is cited nowhere itself). Nothing is guessed: what none of these give is not there. Bounded.
 */
export function specDefinitions({ entries, files, parentOf }: DefinitionSources): readonly SpecDefinition[] {
  const own = entries.flatMap((entry) => samplesIn(entry.lines).flatMap((one) => definitionOf(one, entry)));
  const known = new Set(own.map(({ file, line }) => `${file}:${String(line)}`));
  const cited = citedDefinitions({ entries, files, parentOf }).filter(
    ({ file, opens }) => !known.has(`${file}:${String(opens)}`),
  );
  return [...own, ...cited].slice(0, maxDefinitions);
}

function definitionOf(sample: Sample, entry: Entry): SpecDefinition[] {
  const { line, endLine } = sample;
  const at = { file: entry.file, line, entries: [entry.id] };
  if (sample.kind === "fence") {
    const { info, content } = sample;
    if (info === "mermaid" || !(definingLanguages.test(info) || declares.test(content))) return [];
    return [{ ...at, language: fenceWord(info), text: bounded(content.split("\n")) }];
  }
  if (!isTypeTable(sample.columns)) return [];
  const lines = entry.lines.filter((one) => one.line >= line && one.line <= endLine);
  return [{ ...at, language: "text", text: bounded(lines.map(({ text }) => text.trim())) }];
}

/** Columns for a name and for a type. */
function isTypeTable(columns: readonly string[]): boolean {
  const bare = columns.map((column) => column.replace(/[*_`]/g, "").trim().toLowerCase());
  return (
    bare.some((one) => /^(?:data )?type$/.test(one)) &&
    bare.some((one) =>
      /\b(?:name|field|property|attribute|parameter|param|key|option|argument|member)\b/.test(one),
    )
  );
}

interface CitedDefinition extends SpecDefinition {
  /** Line of the fence around it. */
  readonly opens: number;
}

function citedDefinitions({ entries, files, parentOf }: DefinitionSources): readonly CitedDefinition[] {
  const lineage = entries.map(({ id }) => ({ id, forms: lineageOf(id, parentOf).map(citedForm) }));
  const find = idFinder(lineage.flatMap(({ forms }) => forms));
  const blocks = files
    .flatMap((file) => codeBlocks(file))
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
    const { file, line } = block;
    const place = { file, line: line + first, opens: line - 1, entries: here.map(({ id }) => id) };
    return [{ ...place, language: fenceWord(block.language), text: bounded(lines) }];
  });
}

const maxHeight = 4;

/** The entry and those around it, nearest first. */
function lineageOf(id: string, parentOf: (id: string) => string | null): readonly string[] {
  const found = [id];
  for (let at = parentOf(id); at !== null && found.length < maxHeight; at = parentOf(at)) found.push(at);
  return found;
}

/** IDs in a line's comment: elsewhere they would be names. `RTN*` stands for a family and says nothing about a member. */
function citationsIn(line: string, find: ReturnType<typeof idFinder>): readonly string[] {
  const comment = /(?:^|\s)(?:\/\/|#|--|\/?\*)(.*)$/.exec(line.slice(0, 2000))?.[1] ?? "";
  return comment
    .split(/[\s,;()]+/)
    .filter((token) => token !== "" && !token.includes("*"))
    .flatMap((token) => find(token, true))
    .flatMap(({ form, known }) => (known ? [form] : []));
}

function fenceWord(language: string): string {
  return definingLanguages.test(language) || parseLanguage(language) !== null ? language : "text";
}

function bounded(lines: readonly string[]): string {
  const shown = lines.slice(0, maxLines).map((line) => withoutHiddenCharacters(line).slice(0, 400));
  return [...shown, ...(lines.length > maxLines ? ["(shortened)"] : [])].join("\n");
}
