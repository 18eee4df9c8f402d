import { type SyntaxNode, nodesIn } from "../../syntax/syntax-node.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { identifiersIn, isComment, isFunction, isType } from "../../syntax/node-kinds.ts";
import type { Unit, Product } from "../source/product.ts";
/** Longer statements at the top of a file are tables of something else. */
const maxConstant = 600;

/** Constants of files further away that are shown at most. */
const maxFarConstants = 12;
const shortestName = 4;
/** How far what constants rest on is followed. */
const levels = 3;

/** Constants at the top of files, and members of enums, that what is shown names: of files that it does not touch by their own name. */
export function constantsBeside(
  shown: readonly SyntaxNode[],
  near: readonly Unit[],
  product: Product,
): readonly Excerpt[] {
  const isNear = new Set(near);
  const others = product.units.filter((unit) => !isNear.has(unit));
  const namedBy = (nodes: readonly SyntaxNode[]): readonly Constant[] => {
    const named = new Set(nodes.flatMap((node) => [...identifiersIn(node)]));
    const isNamed = (node: SyntaxNode): boolean => [...identifiersIn(node)].some((name) => named.has(name));
    const isCalledSo = (node: SyntaxNode): boolean =>
      (node.text.split("=", 1)[0] ?? "")
        .split(/\W+/)
        .some((name) => name.length >= shortestName && /[A-Z]/.test(name) && named.has(name));
    return [...constantsIn(near, isNamed), ...constantsIn(others, isCalledSo).slice(0, maxFarConstants)];
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
    text.length <= maxConstant &&
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
    statement.end - statement.start <= maxConstant &&
    /=/.test(statement.text) &&
    !/^(?:module\.)?exports\b/.test(statement.text) &&
    ![...nodesIn(statement)].some((inner) => isFunction(inner) || isType(inner))
  );
}
