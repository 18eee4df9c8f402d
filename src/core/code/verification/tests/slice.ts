import type { Bindings } from "../../syntax/bindings.ts";
import { isFunction, isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";

/** The nodes that decide what an assertion says: its own and what the names in it stand for, some steps away. */
export function sliceOf(
  node: SyntaxNode,
  lookup: (name: string) => readonly SyntaxNode[],
  most = 60,
): readonly SyntaxNode[] {
  const nodes = [node];
  const seen = new Set<string>();
  for (let at = 0; at < nodes.length && nodes.length < most; at++) {
    const next = nodes[at];
    if (next === undefined) break;
    for (const one of nodesIn(next)) {
      if (!isIdentifier(one) || (isMember(one) && !isOwnMember(one))) continue;
      const name = nameOf(one);
      if (seen.has(name)) continue;
      seen.add(name);
      for (const value of lookup(name)) if (!isInside(value, next)) nodes.push(value);
    }
  }
  return nodes;
}

/** Whether an identifier is a member of what stands before it: `b` of `a.b`. */
export function isMember(node: SyntaxNode): boolean {
  // `...rest` and `0..end` are no members.
  return memberSigns.some((sign) => before(node, sign.length) === sign) && before(node, 2) !== "..";
}

/** What a class of tests calls of itself: `fee` of `self.fee()`. */
function isOwnMember(node: SyntaxNode): boolean {
  return /(?:^|[^\w$.>])(?:this\.|self\.|\$this->|self::|static::|cls\.)$/.test(before(node, 9));
}

const memberSigns = [".", "->", "::"];

function before(node: SyntaxNode, length: number): string {
  let top: SyntaxNode = node;
  for (const outer of above(node)) {
    top = outer;
    if (outer.start < node.start - 2) break;
  }
  const offset = node.start - top.start;
  return top.text.slice(Math.max(0, offset - length), offset).replace(/\s/g, "");
}

/** `true` of `controller.away = true`: `controller` is what it was, with this changed. */
function isSetOn(value: SyntaxNode, name: string): boolean {
  const before = value.parent?.text.slice(0, Math.max(0, value.start - value.parent.start)) ?? "";
  return new RegExp(`^\\W{0,3}${name.replace(/\W/g, "")}\\s{0,3}(?:\\.|->|\\[)`).test(before);
}

export type Lookup = (name: string) => readonly SyntaxNode[];

/** Values of names in a test: bound in the test itself, else in its file, else in other test files. */
export function lookupIn(body: SyntaxNode, own: Bindings, others: readonly Bindings[]): Lookup {
  return (name) => {
    const here = own.get(name) ?? [];
    const within = here.filter((value) => isInside(value, body));
    // `val basket = basket()` is what the helper of that name makes; a mark may name who fills a parameter.
    const isMadeElsewhere = within.some(
      ({ text, type }) => text.startsWith(`${name}(`) || /annotation|attribute|modifiers/.test(type),
    );
    if (within.length > 0 && within.every((value) => isSetOn(value, name)))
      return [...within, ...here.filter((value) => !within.includes(value)).slice(0, 6)];
    if (within.length > 0) return isMadeElsewhere ? [...within, ...here.filter(isFunction)] : within;
    if (here.length > 0) return here.slice(0, 6);
    return others
      .flatMap((one) => one.get(name) ?? [])
      .filter((value) => isFunction(value) || value.parent !== null)
      .slice(0, 3);
  };
}
