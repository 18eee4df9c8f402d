import { isNumber, isString, numberValue, stringValue } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { tablesOf } from "../tests/test-setup.ts";
import type { ReadTest } from "../tests/read-tests.ts";
import { type Rows, recordOf, holdsRow } from "./vector-rows.ts";
import type { Values } from "../../syntax/values.ts";

/** Longer nodes hold several rows. */
const maxRecord = 240;
/** Names and other values that a record has beside its row. */
const maxBesides = 4;
const maxRecords = 4_000;

/**
 * Rows of which the tests hold the cells, but in no call, list, object or text together, where most rows stand so: they
 * were changed. Empty where the tests are laid out otherwise.
 */
export function alteredRows(rows: Rows, tests: readonly ReadTest[]): Rows {
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
        node.named && node.end - node.start <= maxRecord && (isString(node) || node.children.length > 1),
    )
    .slice(0, maxRecords)
    .map((node) => recordOf(cellsOf(node)));
  const isOf = (held: Values, row: readonly string[]): boolean =>
    held.strings.length <= 3 * row.length + maxBesides && holdsRow(held, row);
  const torn = wide.filter((row) => !records.some((held) => isOf(held, row)));
  return torn.length * 2 <= wide.length ? torn : [];
}

/** The values of one record; a text of several is one, as in `"a,b,1"`. */
function cellsOf(record: SyntaxNode): readonly string[] {
  const cells = [...nodesIn(record)].flatMap((node) => {
    if (isNumber(node)) return [String(Math.abs(numberValue(node) ?? 0))];
    if (isString(node)) return textsOf(stringValue(node));
    return node.children.length === 0 && node.named ? [node.text] : [];
  });
  return [...new Set(cells)];
}

function textsOf(text: string): readonly string[] {
  return [text.trim(), ...text.split(/[,;|\t]/).map((part) => part.trim().replace(/^'|'$/g, ""))];
}
