import type { Nodes } from "mdast";

export type Parent = Extract<Nodes, { readonly children: unknown }>;

/** Where the next child with a place begins, or the parent ends. */
export function placeAfter(node: Parent, at: number): number {
  const next = node.children.slice(at + 1).find(({ position }) => position !== undefined);
  return next === undefined ? rangeOf(node)[1] : rangeOf(next)[0];
}

/** Offsets of a node in its source. */
export function rangeOf(node: Nodes): readonly [from: number, to: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** A text as it is compared where lines may be joined. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}
