import { isFunction, isIdentifier, isType, nameOf } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { wordsBefore, type Demand } from "../demands/demands.ts";
import type { Literal } from "../demands/literals.ts";
import { headOf, type Unit } from "../source/product.ts";

interface Hit {
  readonly unit: Unit;
  readonly node: SyntaxNode;
}

/**
 * Whether a value only stands where nothing of the source uses it: in a constant that no code names, or, for an error, in
 * the declaration of a failure that no code raises. A name that the demand itself asks for is for others to use.
 */
export function isUnusedValue(
  { unit, node }: Hit,
  literal: Literal,
  demand: Demand,
  units: readonly Unit[],
): boolean {
  const failure = demand.kind === "error" && literal.isResult ? typeAround(unit, units) : null;
  if (failure !== null && isFailure(failure))
    return !units.some(
      (other) =>
        typeAround(other, units) !== failure &&
        other.mentions.has(failure.name ?? "") &&
        !isImportOnly(other),
    );
  if (isMember(node)) return becomes(literal, demand) && !units.some((other) => usesMember(other, node));
  const name = unit.kind === "function" ? null : constantAround(node, unit);
  if (name === null || demand.literals.some(({ text }) => text.includes(nameOf(name)))) return false;
  return !units.some((other) => mentionsElsewhere(other, name));
}

/** "the state becomes `X`". */
export function becomes(literal: Literal, demand: Demand): boolean {
  return /\b(?:becomes?|is set to|turns?(?: in)?to|changes to|enters?)\s+(?:the\s+)?(?:state\s+)?$/i.test(
    wordsBefore(demand, literal),
  );
}

/** A name in an enumeration's own list. */
function isMember(node: SyntaxNode): boolean {
  return (
    isIdentifier(node) &&
    /^(?:enum_variant|enum_entry|enum_constant|enum_member_declaration|enum_assignment|enum_case)$/.test(
      node.parent?.type ?? "",
    )
  );
}

function usesMember({ kind, mentions, node }: Unit, member: SyntaxNode): boolean {
  if (kind === "function") return mentions.has(nameOf(member));
  // What reads it from outside needs no name.
  return /derive\([^)]{0,200}(?:Deserialize|EnumString)|@JsonCreator|Codable|rawValue/.test(
    node.parent?.text.slice(0, 100_000) ?? node.text.slice(0, 100_000),
  );
}

function typeAround(unit: Unit, units: readonly Unit[]): Unit | null {
  for (let at: Unit | null = unit; at !== null; at = at.owner) if (at.kind === "type") return at;
  // A constructor or a field of a failure may be read without its type.
  return (
    units.find(
      ({ kind, file, node }) =>
        kind === "type" && file === unit.file && node !== unit.node && isInside(unit.node, node),
    ) ?? null
  );
}

const failure = /(?:Error|Exception|Failure|Mismatch|Refused|Fault)s?$/;

function isFailure({ name, node }: Unit): boolean {
  return failure.test(name ?? "") || /\b\w*(?:Error|Exception|Throwable)\b/.test(headOf(node));
}

/** What stands at the top of a file and names something else only brings it in. */
function isImportOnly({ kind }: Unit): boolean {
  return kind === "top";
}

const declaration =
  /^(?:variable_declarator|const_spec|const_item|static_item|assignment|property_declaration|field_declaration|constant_declaration)$/;

/** The name of the constant whose value a node is: at the top of a file, or fixed for its whole type. */
function constantAround(node: SyntaxNode, unit: Unit): SyntaxNode | null {
  const outer = [node];
  for (const one of above(node)) {
    if (one === unit.node || isFunction(one) || isType(one)) break;
    outer.push(one);
  }
  const declared = outer.filter(({ type }) => declaration.test(type));
  const [innermost] = declared;
  const isFixed = unit.kind !== "type" || /\b(?:static|const|final)\b/.test(declared.at(-1)?.text ?? "");
  if (innermost === undefined || !isFixed) return null;
  return (
    [...nodesIn(innermost)].find(
      (one) => isIdentifier(one) && (one === node || one.end <= node.start) && !/type/.test(one.type),
    ) ?? null
  );
}

function mentionsElsewhere({ mentions, node, kind }: Unit, declared: SyntaxNode): boolean {
  const name = nameOf(declared);
  if (!mentions.has(name)) return false;
  if (kind === "function") return true;
  return [...nodesIn(node)].some((one) => isIdentifier(one) && nameOf(one) === name && one !== declared);
}
