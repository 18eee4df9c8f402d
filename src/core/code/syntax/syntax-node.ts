/** One node of a parsed file, whatever its language: types are those of its tree-sitter grammar. */
export class SyntaxNode {
  readonly type: string;
  /** False for punctuation, operators and keywords. */
  readonly named: boolean;
  /** Name of the field in its parent, or null. */
  readonly field: string | null;
  /** Offsets into the file's text. */
  readonly start: number;
  readonly end: number;
  /** 1-based, inclusive. */
  readonly line: number;
  readonly endLine: number;
  readonly parent: SyntaxNode | null;
  readonly children: SyntaxNode[] = [];
  readonly #source: string;

  constructor(
    source: string,
    parent: SyntaxNode | null,
    given: Pick<SyntaxNode, "type" | "named" | "field" | "start" | "end" | "line" | "endLine">,
  ) {
    this.#source = source;
    this.parent = parent;
    this.type = given.type;
    this.named = given.named;
    this.field = given.field;
    this.start = given.start;
    this.end = given.end;
    this.line = given.line;
    this.endLine = given.endLine;
  }

  get text(): string {
    return this.#source.slice(this.start, this.end);
  }
}

/** A file of a target; `root` is null where its language has no grammar here or it takes too long to parse. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly root: SyntaxNode | null;
}

/** The node and all below it, in the order of the text; `enter` false leaves out what is below a node. */
export function* nodesIn(
  node: SyntaxNode,
  enter: (node: SyntaxNode) => boolean = () => true,
): Generator<SyntaxNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    if (!enter(next)) continue;
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] as SyntaxNode);
  }
}

/** The node's enclosing ones, innermost first. */
export function* above(node: SyntaxNode): Generator<SyntaxNode> {
  for (let at = node.parent; at !== null; at = at.parent) yield at;
}

/** The whole file that a node stands in. */
export function rootOf(node: SyntaxNode): SyntaxNode {
  return [...above(node)].at(-1) ?? node;
}

export function isInside(node: SyntaxNode, outer: SyntaxNode): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}
