import {
  identifiersIn,
  isComment,
  isFunction,
  isString,
  isType,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { EntryEvidence } from "../check-demand.ts";
import type { ConformanceFacts } from "../conformance.ts";
import { type Demand, demandsOf } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import { shownData } from "./shown-data.ts";
import { cutAtLine, shownChange, withoutComments } from "./shown-change.ts";

/** A part of a file that a judge is shown, without comments; `line` is that of its first line. */
export interface Excerpt {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** One entry as it is put to a judge. */
export interface VerifyItem {
  readonly id: string;
  readonly text: string;
  readonly demands: readonly Demand[];
  readonly code: readonly Excerpt[];
  readonly tests: readonly Excerpt[];
  /** What changed in the code, without comments; empty where it is not known. */
  readonly change: string;
  /** What people decided in the design document; empty without one. */
  readonly decided: string;
  /** Where the entry's tag stands, by file and name: the tags themselves are comments, and not shown. */
  readonly tagged: readonly string[];
  /** Entries that are only to be read. */
  readonly around: readonly { readonly id: string; readonly text: string }[];
}

/** Characters of code, and of tests, that one entry may show. */
export const maxShown = 16_000;

/** What a judge needs of an entry: code and tests, none of their comments, so that nothing in one can speak to it. */
export function verifyItem(
  entry: { readonly id: string; readonly text: string },
  evidence: EntryEvidence,
  {
    ids,
    change = "",
    decided = "",
    around = [],
    isChanged = () => false,
    files = [],
  }: {
    readonly ids: ReadonlySet<string>;
    readonly change?: string;
    readonly decided?: string;
    readonly around?: VerifyItem["around"];
    readonly isChanged?: (unit: Unit) => boolean;
    readonly files?: readonly SourceFile[];
  },
): VerifyItem {
  const { tagged, near, reached, tests } = evidence;
  const changed = near.filter((unit) => unit.kind === "function" && isChanged(unit));
  const exercised = near.filter((unit) => reached?.has(unit) === true);
  const units = outermost(
    [...new Set([...tagged, ...changed, ...exercised])].filter(
      ({ kind, owner }) => kind !== "top" || owner !== null,
    ),
  );
  const cases = [...new Set(tests.map(({ test }) => test))];
  return {
    id: entry.id,
    text: entry.text,
    demands: demandsOf(entry.text, ids),
    code: bounded([
      ...units.map(({ file, node }) => excerptOf(file, node)),
      ...shownData("", broughtIn(units, near), files),
      ...constantsBeside([...units.map(({ node }) => node), ...cases.map(({ node }) => node)], evidence),
    ]),
    tests: bounded([
      ...cases.map(({ file, node }) => excerptOf(file, node)),
      ...tests.flatMap(({ helpers }) => helpers).map(({ file, node }) => excerptOf(file, node)),
      ...shownData(entry.text, openedIn(tests), files),
    ]),
    change,
    decided,
    tagged: [...new Set([...tagged.map(placeOf), ...cases.map(({ file, title }) => `${file}: ${title}`)])],
    around,
  };
}

/** Texts at the top of the files that are shown: what they bring in is called there. */
function broughtIn(units: readonly Unit[], near: readonly Unit[]): readonly string[] {
  const shown = new Set(units.map(({ file }) => file));
  return near
    .filter(({ kind, file }) => kind === "top" && shown.has(file))
    .flatMap(({ node }) => [...nodesIn(node)].filter(isString).map(stringValue));
}

function openedIn(tests: EntryEvidence["tests"]): readonly string[] {
  return tests.flatMap(({ values }) => values.strings.map(([held]) => held));
}

function placeOf({ file, name, owner }: Unit): string {
  const names = [owner?.name, name].filter((one) => one !== null && one !== undefined);
  return names.length === 0 ? file : `${file}: ${names.join(".")}`;
}

/** Every entry that was read, as a judge is asked about it. */
export function verifyItems(
  { entries, spec, files, parsed, before, decided = "", around = [] }: ConformanceFacts,
  evidence: ReadonlyMap<string, EntryEvidence>,
): readonly VerifyItem[] {
  const ids = new Set((spec ?? entries).map(({ id }) => id));
  const change = before === undefined ? "" : shownChange(before, parsed);
  const earlier = new Map((before ?? []).map(({ path, text }) => [path, text]));
  const isChanged = ({ file, node }: Unit): boolean =>
    before !== undefined && earlier.get(file)?.includes(node.text) !== true;
  return entries.flatMap((entry) => {
    const own = evidence.get(entry.id);
    return own === undefined
      ? []
      : [verifyItem(entry, own, { ids, change, decided, around, isChanged, files })];
  });
}

function outermost(units: readonly Unit[]): readonly Unit[] {
  return units.filter(
    (unit) =>
      !units.some(
        (other) =>
          other !== unit &&
          other.file === unit.file &&
          other.node.start <= unit.node.start &&
          other.node.end >= unit.node.end &&
          other.node.end - other.node.start < 6_000,
      ),
  );
}

/** Longer statements at the top of a file are tables of something else. */
const longestConstant = 600;

/** Constants of files further away that are shown at most. */
const mostFarConstants = 12;
const shortestName = 4;
/** How far what constants rest on is followed. */
const levels = 3;

/** Constants at the top of files, and members of enums, that what is shown names: of files that it does not touch by their own name. */
function constantsBeside(
  shown: readonly SyntaxNode[],
  { near, everywhere }: EntryEvidence,
): readonly Excerpt[] {
  const isNear = new Set(near);
  const others = everywhere.filter((unit) => !isNear.has(unit));
  const namedBy = (nodes: readonly SyntaxNode[]): readonly Constant[] => {
    const named = new Set(nodes.flatMap((node) => [...identifiersIn(node)]));
    const isNamed = (node: SyntaxNode): boolean => [...identifiersIn(node)].some((name) => named.has(name));
    const isCalledSo = (node: SyntaxNode): boolean =>
      (node.text.split("=", 1)[0] ?? "")
        .split(/\W+/)
        .some((name) => name.length >= shortestName && /[A-Z]/.test(name) && named.has(name));
    return [...constantsIn(near, isNamed), ...constantsIn(others, isCalledSo).slice(0, mostFarConstants)];
  };
  // `3 * DAY` says nothing without what a day is, nor a day without its hours.
  let found = namedBy(shown);
  for (let level = 1; level < levels; level += 1)
    found = namedBy([...shown, ...found.map(({ node }) => node)]);
  return found.map(({ file, node }) => excerptOf(file, node));
}

type Constant = Pick<Unit, "file" | "node">;

function constantsIn(units: readonly Unit[], isNamed: (node: SyntaxNode) => boolean): readonly Constant[] {
  return units.flatMap(({ file, node, kind }) => {
    const isEnum = kind === "type" && /enum/.test(`${node.type} ${node.text.slice(0, 60)}`);
    const members = isEnum ? [...nodesIn(node)].filter(isMember) : [];
    const statements = kind === "top" ? node.children.filter(isConstant) : [];
    return [...members, ...statements].filter(isNamed).map((one) => ({ file, node: one }));
  });
}

function isMember({ type, named, text }: SyntaxNode): boolean {
  return (
    named &&
    text.length <= longestConstant &&
    /^(?:enum_assignment|enum_member_declaration|enum_constant|enum_entry|enum_case|assignment|field_declaration)$/.test(
      type,
    )
  );
}

function isConstant(statement: SyntaxNode): boolean {
  return (
    statement.named &&
    !isComment(statement) &&
    !/import|package|require|use_/.test(statement.type) &&
    statement.end - statement.start <= longestConstant &&
    /=/.test(statement.text) &&
    !/^(?:module\.)?exports\b/.test(statement.text) &&
    ![...nodesIn(statement)].some((inner) => isFunction(inner) || isType(inner))
  );
}

function excerptOf(file: string, node: SyntaxNode): Excerpt {
  return { file, line: node.line, text: withoutComments(node) };
}

/** As many excerpts as `most` characters hold; the last one may be cut, at a line. */
export function bounded(excerpts: readonly Excerpt[], most = maxShown): readonly Excerpt[] {
  let left = most;
  return excerpts.flatMap((excerpt) => {
    if (left < 200) return [];
    const text = cutAtLine(excerpt.text, left);
    left -= text.length;
    return [{ ...excerpt, text }];
  });
}
