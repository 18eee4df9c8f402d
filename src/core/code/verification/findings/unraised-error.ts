import { declaredName } from "../../syntax/bindings.ts";
import {
  argumentsOf,
  calleeNames,
  isBlock,
  isCall,
  isComment,
  isFunction,
  isIdentifier,
  isNumber,
  isRaise,
  isReturn,
  isString,
  nameOf,
  numberValue,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode, rootOf } from "../../syntax/syntax-node.ts";
import { isMember } from "../tests/slice.ts";
import type { Demand } from "../demands/demands.ts";
import { failureName } from "../demands/failure-words.ts";
import type { Literal } from "../demands/literals.ts";
import type { Unit } from "../source/product.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

const raising = /\b(?:rejects?|throws?|thrown|raises?|raised|fails?)\b/i;

/**
 * Where code makes the failure that a demand asks for and only logs it, or does nothing with it: the place, where each place
 * of the source that holds its code is one of that kind.
 */
export function unraisedError(
  { kind, quote, literals }: Demand,
  units: readonly Unit[],
): Contradiction | null {
  if (kind !== "error" || !raising.test(quote)) return null;
  for (const literal of literals.filter(({ isResult, text }) => isResult && !failureName.test(text))) {
    const places = placesOf(literal, units);
    const [first] = places;
    const unit = units.find(
      ({ node, kind: of }) => of === "top" && first !== undefined && rootOf(first) === node,
    );
    if (first !== undefined && unit !== undefined && places.every(isDropped))
      return contradictionAt(unit, first, "The failure is made, and never raised.");
  }
  return null;
}

/** Places of the source that hold it, without the types that only list it. */
function placesOf({ kind, text, values }: Literal, units: readonly Unit[]): readonly SyntaxNode[] {
  const isIt = (node: SyntaxNode): boolean =>
    kind === "number"
      ? isNumber(node) && numberValue(node) === values[0]
      : isString(node) && stringValue(node) === text;
  const roots = units.filter(({ kind: unit }) => unit === "top").map(({ node }) => node);
  return roots
    .flatMap((root) => [...nodesIn(root, (node) => !isComment(node))].filter(isIt))
    .filter((node) => ![...above(node)].some(({ type }) => /literal_type|union_type|type_alias/.test(type)));
}

/** What holds it is handed to a log, given a name that only a log is handed, or made and let go. */
function isDropped(place: SyntaxNode): boolean {
  for (const outer of above(place)) {
    if (isRaise(outer) || isReturn(outer) || isFunction(outer)) return false;
    if (isLog(outer) && argumentsOf(outer).some((given) => isInside(place, given))) return true;
    if (/declarator|let_declaration|property_declaration|short_var_declaration|^assignment/.test(outer.type))
      return isOnlyLogged(outer, place);
    if (outer.parent !== null && isBlock(outer.parent)) return isMadeAlone(outer);
  }
  return false;
}

function isOnlyLogged(declaration: SyntaxNode, value: SyntaxNode): boolean {
  const left = [...nodesIn(declaration)].filter((node) => isIdentifier(node) && node.end <= value.start);
  const name = left[0] === undefined ? null : nameOf(left[0]);
  const scope = [...above(declaration)].find(isFunction);
  if (name === null || scope === undefined || /[.[]/.test(declaration.text.slice(0, name.length + 2)))
    return false;
  const uses = [...nodesIn(scope)].filter(
    (node) => isIdentifier(node) && nameOf(node) === name && !isInside(node, declaration) && !isMember(node),
  );
  const isHanded = (use: SyntaxNode): boolean =>
    [...above(use)].some((outer) => isLog(outer) && argumentsOf(outer).some((given) => isInside(use, given)));
  return uses.length > 0 && uses.every(isHanded);
}

const logging = /^(?:error|warn|warning|info|debug|log|trace|print|println|printf|exception)$/i;

function isLog(node: SyntaxNode): boolean {
  const names = isCall(node) ? calleeNames(node) : [];
  return logging.test(names.at(-1) ?? "") && /\blog\b|logg|\bslog\b|console|print/i.test(names.join(" "));
}

/** A statement that is nothing but `new QuotaError("…")`. */
function isMadeAlone(statement: SyntaxNode): boolean {
  const [only, ...more] = statement.children.filter(({ named }) => named);
  const call = isCall(statement)
    ? statement
    : only !== undefined && more.length === 0 && isCall(only)
      ? only
      : null;
  return (
    call !== null && failureName.test(calleeNames(call).at(-1) ?? "") && declaredName(statement) === null
  );
}
