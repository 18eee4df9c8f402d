import { type SyntaxNode, rootOf } from "../../syntax/syntax-node.ts";
import type { Unit } from "./product.ts";
import { valuesIn } from "../../syntax/values.ts";
import { isNumber, numberValue, isIdentifier, lastName } from "../../syntax/node-kinds.ts";
/** The number that a node is, or names by a constant; null for any other. */
export function limitOf(node: SyntaxNode, units: readonly Unit[]): number | null {
  const own = valuesIn([node]).numbers;
  if (own.size === 1 && !/[a-z]/i.test(node.text.replace(/_/g, "")))
    return isNumber(node) ? numberValue(node) : ([...own.keys()][0] ?? null);
  if (!isIdentifier(node) && !/^[\w.:]+$/.test(node.text)) return null;
  const name = lastName(node);
  return name !== null && /^[A-Z_0-9]+$|max|min|limit|most|least|long|short/i.test(name)
    ? constantIn(name, units)
    : null;
}

/** The number that a constant holds, where one statement of a unit gives it. */
export function constantIn(name: string, units: readonly Unit[]): number | null {
  const roots = new Set(units.map(({ node }) => rootOf(node)));
  const given = new RegExp(
    `\\b${name.replace(/\W/g, "")}\\b(?:[^=\\n;]{0,40}=(?!=)|["']?\\s{0,3}:)\\s{0,9}(?:(?:new )?[A-Z]\\w{0,30}\\(["']?)?(-?\\d[\\d_.]*(?:\\s*\\*\\s*\\d[\\d_.]*){0,6})[lLfFdDuU]{0,2}(?![\\w.])`,
  );
  for (const root of roots) {
    const found = given.exec(root.text.slice(0, 200_000))?.[1];
    if (found !== undefined)
      return found
        .replace(/_/g, "")
        .split("*")
        .reduce((value, factor) => value * Number(factor), 1);
  }
  return null;
}
