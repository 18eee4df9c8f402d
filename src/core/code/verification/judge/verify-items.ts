import { isString, stringValue } from "../../syntax/node-kinds.ts";
import { nodesIn } from "../../syntax/syntax-node.ts";
import type { EntryEvidence } from "../evidence.ts";
import type { ConformanceFacts } from "../conformance.ts";
import type { Demand } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import { shownData } from "./shown-data.ts";
import { type Excerpt, bounded, excerptOf } from "./excerpt.ts";
import { shownChange } from "./shown-change.ts";
import { constantsBeside } from "./shown-constants.ts";

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

/** What a judge needs of an entry: code and tests, none of their comments, so that nothing in one can speak to it. */
export function verifyItem(
  id: string,
  { text, demands, tagged, near, reached, tests, product }: EntryEvidence,
  {
    change = "",
    decided = "",
    around = [],
    isChanged = () => false,
    files = [],
  }: {
    readonly change?: string;
    readonly decided?: string;
    readonly around?: VerifyItem["around"];
    readonly isChanged?: (unit: Unit) => boolean;
    readonly files?: readonly SourceFile[];
  } = {},
): VerifyItem {
  const changed = near.filter((unit) => unit.kind === "function" && isChanged(unit));
  const exercised = near.filter((unit) => reached?.has(unit) === true);
  const units = outermost(
    [...new Set([...tagged, ...changed, ...exercised])].filter(
      ({ kind, owner }) => kind !== "top" || owner !== null,
    ),
  );
  const cases = [...new Set(tests.map(({ test }) => test))];
  return {
    ...{ id, text, demands },
    code: bounded([
      ...units.map(({ file, node }) => excerptOf(file, node)),
      ...shownData("", broughtIn(units, near), files),
      ...constantsBeside([...units.map(({ node }) => node), ...cases.map(({ node }) => node)], near, product),
    ]),
    tests: bounded([
      ...cases.map(({ file, node }) => excerptOf(file, node)),
      ...tests.flatMap(({ helpers }) => helpers).map(({ file, node }) => excerptOf(file, node)),
      ...shownData(text, openedIn(tests), files),
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
  { entries, files, parsed, before, decided = "", around = [] }: ConformanceFacts,
  evidence: ReadonlyMap<string, EntryEvidence>,
): readonly VerifyItem[] {
  const change = before === undefined ? "" : shownChange(before, parsed);
  const earlier = new Map((before ?? []).map(({ path, text }) => [path, text]));
  const isChanged = ({ file, node }: Unit): boolean =>
    before !== undefined && earlier.get(file)?.includes(node.text) !== true;
  return entries.flatMap(({ id }) => {
    const own = evidence.get(id);
    return own === undefined ? [] : [verifyItem(id, own, { change, decided, around, isChanged, files })];
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
