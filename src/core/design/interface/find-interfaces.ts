import type { Entry, SourceFile } from "../../entries/entry.ts";
import { codeBlocks, type CodeBlock } from "./code-block.ts";
import { readBraced } from "./read-braced.ts";
import { readFields } from "./read-fields.ts";
import { readIndented } from "./read-indented.ts";
import { readInline } from "./read-inline.ts";
import { readPython } from "./read-python.ts";
import type { Declaration, Member } from "./spec-interface.ts";

/** A declaration cut down to what a work package is about, and the entries that say so. */
export interface FoundInterface {
  readonly declaration: Declaration;
  /** Entry IDs of the package, in its order. */
  readonly entries: readonly string[];
  /** Members of the declaration that are left out because no entry of the package cites them. */
  readonly others: number;
}

export interface InterfaceSources {
  /** Entries of the package at head. */
  readonly entries: readonly Entry[];
  /** Spec files at head: the IDL stands anywhere in them. */
  readonly files: readonly SourceFile[];
  /** The entry that encloses an entry, or null. */
  readonly parentOf: (id: string) => string | null;
}

export interface FoundInterfaces {
  readonly found: readonly FoundInterface[];
  /** Signatures of which the text does not say whose they are: asked about, not rendered. */
  readonly loose: readonly FoundInterface[];
  /** Names of all types the spec's IDL declares, in the package or not. */
  readonly declared: ReadonlyMap<string, Declaration>;
  /** Where code blocks of the entries open that are declarations or diagrams, as `file:line`: they are no test data. */
  readonly blocks: ReadonlySet<string>;
}

/**
 * The interfaces that the spec itself gives for a package: members of its IDL that cite an entry of it (or the entry
 * above, when it is cited itself nowhere), declarations in the entries' own fences, and signatures in their code spans.
 * Nothing is guessed: what none of these give is not there.
 */
export function findInterfaces({ entries, files, parentOf }: InterfaceSources): FoundInterfaces {
  const idl = files.flatMap((file) => codeBlocks(file)).flatMap(idlOf);
  const declared = new Map(idl.filter(({ kind }) => kind !== "function").map((one) => [one.name, one]));
  const cited = new Set(idl.flatMap((one) => [...one.cites, ...one.members.flatMap(({ cites }) => cites)]));
  const citedFor = new Map<string, string[]>();
  for (const { id } of entries) {
    const as = nearestCited(id, cited, parentOf);
    if (as !== null) citedFor.set(as, [...(citedFor.get(as) ?? []), id]);
  }
  const own = entries.flatMap((one) => ownOf(one, declared));
  const found = [...idl.flatMap((one) => cut(one, citedFor)), ...own.filter((one) => !isLoose(one))];
  return {
    found: merged(found),
    loose: own.filter(isLoose),
    declared,
    blocks: new Set(entries.flatMap(noTestData)),
  };
}

/** A signature in a sentence that does not say whose it is. */
function isLoose({ declaration: { kind, cites } }: FoundInterface): boolean {
  return kind === "function" && cites.length > 0;
}

function noTestData(entry: Entry): readonly string[] {
  return blocksOf(entry)
    .filter((block) => block.language === "mermaid" || idlOf(block).length > 0)
    .map(({ file, line }) => `${file}:${line - 1}`);
}

function blocksOf(entry: Entry): readonly CodeBlock[] {
  const first = entry.lines[0]?.line ?? entry.line;
  return codeBlocks({ path: entry.file, text: entry.lines.map(({ text }) => text).join("\n") }, first);
}

/** Blocks that hold declarations of the spec. Other languages' fences are examples and samples. */
function idlOf(block: CodeBlock): readonly Declaration[] {
  if (/^(?:typescript|ts|tsx)$/.test(block.language)) return readBraced(block);
  if (/^(?:python|py)$/.test(block.language)) return readPython(block);
  return /^(?:|idl|text|pseudo|plaintext)$/.test(block.language) ? readIndented(block) : [];
}

const highest = 4;

function nearestCited(
  id: string,
  cited: ReadonlySet<string>,
  parentOf: (id: string) => string | null,
): string | null {
  let at: string | null = id;
  for (let step = 0; step < highest && at !== null; step += 1) {
    if (cited.has(at)) return at;
    at = parentOf(at);
  }
  return null;
}

/** The members that cite an entry; the whole declaration when its own header or all of an enumeration does. */
function cut(declaration: Declaration, citedFor: ReadonlyMap<string, readonly string[]>): FoundInterface[] {
  const isCited = (ids: readonly string[]): boolean => ids.some((id) => citedFor.has(id));
  const isWhole =
    isCited(declaration.cites) ||
    (declaration.kind === "enum" && declaration.members.some((one) => isCited(one.cites)));
  const members = isWhole ? declaration.members : declaration.members.filter(({ cites }) => isCited(cites));
  if (!isWhole && members.length === 0) return [];
  const ids = [...declaration.cites, ...members.flatMap(({ cites }) => cites)];
  const entries = [...new Set(ids.flatMap((id) => citedFor.get(id) ?? []))];
  const others = declaration.members.length - members.length;
  return [{ declaration: { ...declaration, members }, entries, others }];
}

/** Declarations in an entry's own text. */
function ownOf(entry: Entry, declared: ReadonlyMap<string, Declaration>): FoundInterface[] {
  const fields = readFields(entry);
  const taken = new Set(fields.flatMap(({ members }) => members.map(({ span }) => span.line)));
  const inline = readInline(entry).filter(({ span }) => !taken.has(span.line));
  const signatures = [...fields, ...inline].filter((one) => isNew(one, declared));
  const own = [...blocksOf(entry).flatMap(idlOf), ...signatures];
  return own.map((declaration) => ({ declaration, entries: [entry.id], others: 0 }));
}

/** A signature of a type that the IDL declares says no more than the IDL does. */
function isNew(declaration: Declaration, declared: ReadonlyMap<string, Declaration>): boolean {
  const known = declared.get(declaration.name);
  const name = declaration.members[0]?.name;
  return known === undefined || !known.members.some((member) => member.name === name);
}

/** Declarations of one name become one; a member that stands in both stands once. */
function merged(found: readonly FoundInterface[]): readonly FoundInterface[] {
  const byName = new Map<string, FoundInterface>();
  for (const one of found) {
    const key = `${one.declaration.kind === "function" ? "function " : ""}${one.declaration.name}`;
    const known = byName.get(key);
    byName.set(key, known === undefined ? one : joined(known, one));
  }
  return [...byName.values()];
}

function joined(one: FoundInterface, other: FoundInterface): FoundInterface {
  const has = new Set(one.declaration.members.map(keyOf));
  const more = other.declaration.members.filter((member) => !has.has(keyOf(member)));
  return {
    declaration: { ...one.declaration, members: [...one.declaration.members, ...more] },
    entries: [...new Set([...one.entries, ...other.entries])],
    others: Math.max(one.others, other.others),
  };
}

/** An overload is another member. */
function keyOf(member: Member): string {
  return `${member.name} ${"parameters" in member ? JSON.stringify(member.parameters) : ""}`;
}
