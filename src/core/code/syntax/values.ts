import {
  isComment,
  isIdentifier,
  isNumber,
  isString,
  nameOf,
  numberValue,
  stringValue,
} from "./node-kinds.ts";
import { calculated, joined } from "./number-expression.ts";
import { nodesIn, type SyntaxNode } from "./syntax-node.ts";

/** Values and names that stand in code (not in comments), each with the node where it first does. */
export interface Values {
  readonly numbers: ReadonlyMap<number, SyntaxNode>;
  /** Identifiers and whole strings, without case and word marks: `MAX_RETRIES` is `maxretries`. */
  readonly words: ReadonlyMap<string, SyntaxNode>;
  /** Identifiers as they are written, where that is known. */
  readonly exact?: ReadonlySet<string>;
  readonly strings: readonly (readonly [text: string, node: SyntaxNode])[];
}

/** Identifiers of every language compared: letters and digits alone. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The words of a name, a space between them: `retryAfterMs` is `retry After Ms`. */
export function spacedWords(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2");
}

/** What stands in the nodes. `skip` leaves out a node and all below it. */
export function valuesIn(
  nodes: Iterable<SyntaxNode>,
  skip: (node: SyntaxNode) => boolean = () => false,
): Values {
  const numbers = new Map<number, SyntaxNode>();
  const words = new Map<string, SyntaxNode>();
  const strings: [string, SyntaxNode][] = [];
  const exact = new Set<string>();
  const number = (value: number | null, node: SyntaxNode): void => {
    if (value !== null && !numbers.has(Math.abs(value))) numbers.set(Math.abs(value), node);
  };
  const word = (text: string, node: SyntaxNode): void => {
    const plain = plainWord(text);
    if (plain !== "" && !words.has(plain)) words.set(plain, node);
  };
  const closed = (node: SyntaxNode): boolean => isComment(node) || isDocumentation(node) || skip(node);
  for (const start of nodes) {
    for (const node of nodesIn(start, (inner) => !closed(inner))) {
      if (closed(node)) continue;
      if (isNumber(node)) number(numberValue(node), node);
      else if (isIdentifier(node)) {
        word(nameOf(node), node);
        exact.add(nameOf(node));
      } else if (node.children.length === 0 && constant.test(node.text)) word(node.text, node);
      else if (isString(node)) {
        const text = stringValue(node);
        strings.push([text, node]);
        if (text.length <= 120) word(text, node);
        if (isData(text) || /regex/.test(node.type))
          for (const [digits] of text.matchAll(/\d+(?:\.\d+)?/g)) number(Number(digits), node);
      } else {
        number(calculated(node), node);
        const text = joined(node);
        if (text !== null) {
          strings.push([text, node]);
          word(text, node);
        }
      }
    }
  }
  return { numbers, words, exact, strings };
}

/** Python's, a text that is a statement. */
function isDocumentation({ type, text, parent }: SyntaxNode): boolean {
  return type === "string" && parent?.type === "expression_statement" && /^[rRuU]?(?:"""|\'\'\')/.test(text);
}

/** Values that grammars give nodes of their own. */
const constant = /^(?:null|nil|none|undefined|true|false)$/i;

/** Digits, signs, JSON and expressions, but no prose. */
function isData(text: string): boolean {
  if (/:\/\//.test(text)) return false;
  return /^[\W\d_]*$/.test(text) || /^[[{^]/.test(text.trim()) || !/[a-z]{2} [a-z]{2}/i.test(text);
}
