import { SyntaxNode } from "../../core/code/syntax/syntax-node.ts";

/** A node as it is to be: the children of a changed one are still those that the grammar gave. */
interface Form {
  readonly of: SyntaxNode;
  readonly type: string;
  readonly field?: string;
  readonly start?: number;
  readonly end?: number;
  readonly named?: boolean;
  readonly children: readonly Form[];
}

/** Deeper trees are nobody's code. */
const maxDepth = 400;

/**
 * To Elixir's grammar everything is a call: `def`, `if`, `@limit 5`. This gives such nodes the types that the other
 * languages have for the same; every offset is kept. Null for a tree that is too deep.
 */
export function elixirTree(root: SyntaxNode, text: string): SyntaxNode | null {
  const waiting: { form: Form; parent: SyntaxNode | null; depth: number }[] = [
    { form: formOf(root, null), parent: null, depth: 0 },
  ];
  let made: SyntaxNode | null = null;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { form, parent, depth } = next;
    if (depth > maxDepth) return null;
    const { of, type, field, start, end, named } = form;
    const node = new SyntaxNode(text, parent, {
      ...{ type, named: named ?? of.named, field: field ?? of.field, line: of.line, endLine: of.endLine },
      ...{ start: start ?? of.start, end: end ?? of.end },
    });
    made ??= node;
    parent?.children.push(node);
    for (let i = form.children.length - 1; i >= 0; i--)
      waiting.push({ form: form.children[i] as Form, parent: node, depth: depth + 1 });
  }
  return made;
}

function childForms(node: SyntaxNode): readonly Form[] {
  return node.children.map((child, i) => formOf(child, node.children[i - 1] ?? null));
}

function plain(of: SyntaxNode, type = of.type): Form {
  return { of, type, children: childForms(of) };
}

function formOf(node: SyntaxNode, before: SyntaxNode | null): Form {
  if (node.type === "call") return ofCall(node, before);
  if (node.type === "unary_operator") return ofAttribute(node);
  if (node.type === "alias") return { ...plain(node, "constant"), start: lastPart(node) };
  if (node.type === "atom") return { ...plain(node, "simple_symbol"), children: [] };
  if (node.type === "keyword")
    return {
      of: node,
      type: "hash_key_symbol",
      end: node.start + node.text.replace(/:\s*$/, "").length,
      children: [],
    };
  if (node.type === "binary_operator" && node.children[1]?.text === "=") return plain(node, "assignment");
  if (node.type === "rescue_block") return plain(node, "rescue");
  if (node.type === "else_block") return plain(node, "else_clause");
  return node.type === "do_block" ? ofBlock(node, "statement_block") : plain(node);
}

/** `Item` of `Shop.Item`: modules are called by their last part, which `alias` makes their name. */
function lastPart({ text, start }: SyntaxNode): number {
  return start + text.lastIndexOf(".") + 1;
}

/** `do … end`, its statements together. */
function ofBlock(node: SyntaxNode, type: string): Form {
  const children = childForms(node);
  const isStatement = ({ of }: Form): boolean => of.named && !/_block$/.test(of.type);
  const statements = children.filter(isStatement);
  if (type !== "do_block" || statements.length === 0) return { of: node, type, children };
  const block: Form = {
    of: statements[0]?.of ?? node,
    type: "body_statement",
    end: statements.at(-1)?.of.end ?? node.end,
    children: statements,
  };
  const at = children.findIndex(isStatement);
  return {
    of: node,
    type,
    children: [...children.slice(0, at), block, ...children.filter((one, i) => i > at && !isStatement(one))],
  };
}

function ofCall(node: SyntaxNode, before: SyntaxNode | null): Form {
  const [head] = node.children;
  const name = head?.type === "identifier" ? head.text : "";
  if (/^def(?:p|macro|macrop|guard|guardp|delegate)?$/.test(name)) return ofFunction(node) ?? plain(node);
  if (/^(?:defmodule|defprotocol|defimpl)$/.test(name)) return ofModule(node);
  if (name === "if" || name === "unless") return ofCondition(node, name);
  if (/^(?:test|describe|setup|setup_all|property)$/.test(name)) return ofTest(node, before);
  return plain(node);
}

function partsOf(node: SyntaxNode): {
  readonly given: SyntaxNode | undefined;
  readonly block: SyntaxNode | undefined;
} {
  return {
    given: node.children.find(({ type }) => type === "arguments"),
    block: node.children.find(({ type }) => type === "do_block"),
  };
}

/** The value of `do:`, and what stands beside it. */
function shortBody(given: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const pairs = given?.children.find(({ type }) => type === "keywords")?.children ?? [];
  return pairs.find((pair) => pair.type === "pair" && pair.text.startsWith(key))?.children.at(-1);
}

function ofFunction(node: SyntaxNode): Form | null {
  const { given, block } = partsOf(node);
  const first = given?.children.find(({ named }) => named);
  const isGuarded = first?.type === "binary_operator" && first.children[1]?.text === "when";
  const head = isGuarded ? first.children[0] : first;
  const name = head?.type === "call" ? head.children[0] : head;
  if (given === undefined || head === undefined || name?.type !== "identifier") return null;
  const parameters = head.children.find(({ type }) => type === "arguments");
  const short = shortBody(given, "do:");
  const body: readonly Form[] =
    block !== undefined
      ? [ofBlock(block, "statement_block")]
      : short === undefined
        ? []
        : [{ of: short, type: "statement_block", children: [formOf(short, null)] }];
  return {
    of: node,
    type: "function_definition",
    children: [
      { of: name, type: "identifier", field: "name", children: [] },
      ...(parameters === undefined ? [] : [{ ...plain(parameters, "parameters"), field: "parameters" }]),
      ...(isGuarded ? first.children.slice(2).map((one) => formOf(one, null)) : []),
      ...body,
    ],
  };
}

function ofModule(node: SyntaxNode): Form {
  const { given, block } = partsOf(node);
  const name = given?.children.find(({ type }) => type === "alias");
  return {
    of: node,
    type: "module",
    children: [
      ...(name === undefined ? [] : [{ ...formOf(name, null), field: "name" }]),
      ...(block === undefined ? [] : [ofBlock(block, "statement_block")]),
    ],
  };
}

function ofCondition(node: SyntaxNode, name: string): Form {
  const { given, block } = partsOf(node);
  const condition = given?.children.find(({ named }) => named);
  const [short, other] = [shortBody(given, "do:"), shortBody(given, "else:")];
  return {
    of: node,
    type: name === "if" ? "if_statement" : "unless",
    children: [
      ...node.children.slice(0, 1).map((of): Form => ({ of, type: name, named: false, children: [] })),
      ...(condition === undefined ? [] : [{ ...formOf(condition, null), field: "condition" }]),
      ...(block === undefined ? [] : [{ ...ofBlock(block, "statement_block"), field: "consequence" }]),
      ...(short === undefined
        ? []
        : [{ of: short, type: "statement_block", field: "consequence", children: [formOf(short, null)] }]),
      ...(other === undefined ? [] : [{ of: other, type: "else_clause", children: [formOf(other, null)] }]),
    ],
  };
}

/** ExUnit's; `@tag :skip` stands before. */
function ofTest(node: SyntaxNode, before: SyntaxNode | null): Form {
  const isOff =
    before !== null && /^@(?:tag|describetag)\s+(?::skip\b|skip:\s*(?!false|nil))/.test(before.text);
  const mark: readonly Form[] = isOff ? [{ of: before, type: "tag", children: [] }] : [];
  const children = node.children.map((child): Form => {
    if (child.type === "do_block") return ofBlock(child, "do_block");
    return child.type === "arguments"
      ? { ...plain(child), children: [...childForms(child), ...mark] }
      : formOf(child, null);
  });
  return { of: node, type: node.type, children };
}

/** `@limit 5` gives a constant its value; documentation is no code. */
function ofAttribute(node: SyntaxNode): Form {
  const [sign, call] = node.children;
  if (sign?.text !== "@" || call?.type !== "call") return plain(node);
  const [name] = call.children;
  const value = partsOf(call).given?.children.find(({ named }) => named);
  if (/^(?:moduledoc|doc|typedoc|shortdoc)$/.test(name?.text ?? ""))
    return { of: node, type: "comment", children: [] };
  if (
    name === undefined ||
    value === undefined ||
    /^(?:tag|moduletag|describetag|spec|type|impl|behaviour|callback)$/.test(name.text)
  )
    return { ...plain(node), children: [] };
  return {
    of: node,
    type: "assignment",
    children: [
      { of: name, type: "identifier", field: "left", children: [] },
      { of: sign, type: "=", named: false, start: name.end, end: name.end, children: [] },
      formOf(value, null),
    ],
  };
}
