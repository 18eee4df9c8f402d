import { isNumber, isString, numberValue, stringValue } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { tablesOf } from "../tests/test-setup.ts";
import type { ReadTest } from "../tests/read-tests.ts";

type Row = readonly string[];

/** Longer nodes hold several rows. */
const longestRecord = 240;
/** Names and other values that a record has beside its row. */
const mostBesides = 4;
const mostRecords = 4_000;

/**
 * Rows of which the tests hold the cells, but in no call, list, object or text together, where most rows stand so: they
 * were changed. Empty where the tests are laid out otherwise.
 */
export function alteredRows(rows: readonly Row[], tests: readonly ReadTest[]): readonly Row[] {
  const wide = rows.filter((row) => row.length > 1);
  if (wide.length < 3) return [];
  const records = tests
    .flatMap(({ test, helpers }) => [
      test.node,
      ...tablesOf(test).map(({ node }) => node),
      ...helpers.map(({ node }) => node),
    ])
    .flatMap((node) => [...nodesIn(node)])
    .filter(
      (node) =>
        node.named && node.end - node.start <= longestRecord && (isString(node) || node.children.length > 1),
    )
    .slice(0, mostRecords)
    .map(cellsOf);
  const isOf = (held: ReadonlySet<string>, row: Row): boolean =>
    held.size <= 3 * row.length + mostBesides && holdsAll(held, row);
  const torn = wide.filter((row) => !records.some((held) => isOf(held, row)));
  return torn.length * 2 <= wide.length ? torn : [];
}

/** The values of one record; a text of several is one, as in `"a,b,1"`. */
function cellsOf(record: SyntaxNode): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const node of nodesIn(record)) {
    if (isNumber(node)) cells.add(String(Math.abs(numberValue(node) ?? 0)));
    else if (isString(node)) for (const cell of textsOf(stringValue(node))) cells.add(cell);
    else if (node.children.length === 0 && node.named) cells.add(node.text);
  }
  return cells;
}

function textsOf(text: string): readonly string[] {
  const parts = text.split(/[,;|\t]/).map((part) => part.trim().replace(/^'|'$/g, ""));
  return [
    text.trim(),
    ...parts,
    ...parts.flatMap((part) => (isNumeric(part) ? [String(Math.abs(Number(part)))] : [])),
  ];
}

function isNumeric(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}

/** As words of their own: `child` does not stand in `children`. */
function standsIn(text: string, part: string): boolean {
  const at = text.indexOf(part);
  if (at < 0 || text.length === part.length) return at >= 0;
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + part.length));
}

function holdsAll(held: ReadonlySet<string>, row: Row): boolean {
  return row.every((cell) => {
    const bare = cell.trim().replace(/^[`"']|[`"']$/g, "");
    if (bare === "" || /^(?:true|false|null|yes|no|-|—|–)$/i.test(bare)) return true;
    if (isNumeric(bare)) return held.has(String(Math.abs(Number(bare)))) || held.has(bare);
    return held.has(bare) || [...held].some((one) => standsIn(one, bare));
  });
}
