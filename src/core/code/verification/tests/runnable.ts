import { declaredName } from "../../syntax/bindings.ts";
import {
  isBlock,
  isCall,
  isComment,
  isFunction,
  isIdentifier,
  isRaise,
  isReturn,
  nameOf,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";

/** The nodes of a test that can run: no comments, nothing behind a return or a throw, no function that is not called. */
export function* runnable(body: SyntaxNode, root: SyntaxNode): Generator<SyntaxNode> {
  yield* nodesIn(body, (node) => isEntered(node, body, root));
}

function isEntered(node: SyntaxNode, body: SyntaxNode, root: SyntaxNode): boolean {
  if (node === body) return true;
  if (isComment(node) || isNever(node)) return false;
  if (isAfterEnd(node)) return false;
  if (!isFunction(node) || isCallback(node)) return true;
  const name = declaredName(node);
  return name === null || isMentioned(name, node, root);
}

/** Whether a statement before it in the same block always leaves. */
export function isAfterEnd(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null || !isBlock(parent)) return false;
  for (const sibling of parent.children) {
    if (sibling === node) return false;
    if (leaves(sibling)) return true;
  }
  return false;
}

function leaves(statement: SyntaxNode): boolean {
  if (isReturn(statement) || (isRaise(statement) && !isCall(statement))) return true;
  return (
    /^(?:expression_statement|statement)$/.test(statement.type) &&
    statement.children.some((one) => isReturn(one) || (isRaise(one) && !isCall(one)))
  );
}

/** A function that is handed over to a call. */
export function isCallback(node: SyntaxNode): boolean {
  return [...above(node)].slice(0, 4).some(isCall) && declaredName(node) === null;
}

/** Whether a name is used outside of its own declaration. */
export function isMentioned(name: string, declaration: SyntaxNode, root: SyntaxNode): boolean {
  const holder = declaration.parent;
  const isOwn = (node: SyntaxNode): boolean =>
    isInside(node, declaration) ||
    (holder !== null && /variable_declarator|assignment/.test(holder.type) && isInside(node, holder));
  return (mentionsIn(root).get(name) ?? []).some((node) => !isOwn(node));
}

const known = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly SyntaxNode[]>>();

/** Identifiers of a file by name; read once a file. */
function mentionsIn(root: SyntaxNode): ReadonlyMap<string, readonly SyntaxNode[]> {
  const before = known.get(root);
  if (before !== undefined) return before;
  const mentions = new Map<string, SyntaxNode[]>();
  for (const node of nodesIn(root)) {
    if (!isIdentifier(node)) continue;
    const same = mentions.get(nameOf(node));
    if (same === undefined) mentions.set(nameOf(node), [node]);
    else same.push(node);
  }
  known.set(root, mentions);
  return mentions;
}

export function isNever(node: SyntaxNode): boolean {
  return (
    /^(?:if|if_statement|if_expression|while_statement)$/.test(node.type) &&
    /^(?:if|while)\s{0,20}\(?\s{0,20}(?:false|False|0)\b/.test(node.text.slice(0, 40))
  );
}
