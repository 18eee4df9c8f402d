import type { Place } from "../../../trace/trace-target.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Unit } from "../source/product.ts";

/** Code that says the opposite of a demand, or does not do it. */
export interface Contradiction {
  readonly place: Place;
  /** As a sentence. */
  readonly because: string;
}

export function contradictionAt({ file }: Unit, { line }: SyntaxNode, because: string): Contradiction {
  return { place: { file, line }, because };
}
