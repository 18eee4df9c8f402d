import {
  argumentsOf,
  calleeNames,
  isBlock,
  isCall,
  isFunction,
  isHandler,
  isIdentifier,
  isString,
  isType,
  nameOf,
  stringValue,
} from "./node-kinds.ts";
import { above, nodesIn, type SyntaxNode } from "./syntax-node.ts";

/** What names of a file stand for: the nodes that give them their value, by name, wherever in the file. */
export type Bindings = ReadonlyMap<string, readonly SyntaxNode[]>;

/** Declarations, assignments, entries of objects and enums, loop variables, parameters that a caller fills. Not scoped. */
export function bindingsOf(root: SyntaxNode): Bindings {
  const found = new Map<string, SyntaxNode[]>();
  const bind = (name: string, value: SyntaxNode): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [value]);
    else known.push(value);
  };
  for (const node of nodesIn(root)) {
    if (isFunction(node)) bindFunction(node, bind);
    else if (isType(node)) {
      const name = declaredName(node);
      if (name !== null) bind(name, node);
    } else if (isHandler(node)) bindCaught(node, bind);
    else if (node.type === "with_statement") bindEntered(node, bind);
    else {
      bindAssigned(node, bind);
      bindDefined(node, bind);
    }
  }
  for (const node of nodesIn(root)) if (isFunction(node)) bindProvided(node, found, bind);
  return found;
}

/** `#[DataProvider('sizes')]`, `@MethodSource("sizes")`, `@dataProvider sizes`: what the named function gives fills them. */
function bindProvided(node: SyntaxNode, found: Bindings, bind: Bind): void {
  const parameters = parametersOf(node);
  if (parameters.length === 0) return;
  const siblings = node.parent?.children ?? [];
  const before = siblings[siblings.indexOf(node) - 1];
  const [, documented = ""] = /@dataProvider\s+(\w+)/.exec(before?.text.slice(0, 2_000) ?? "") ?? [];
  const named = fillersOf(node)
    .filter(({ type }) => /annotation|attribute|modifiers/.test(type))
    .flatMap((mark) => [...nodesIn(mark)].filter(isString).map(stringValue));
  for (const name of [...named, documented])
    for (const given of (found.get(name) ?? []).filter(isFunction))
      for (const parameter of parameters) bind(parameter, given);
}

/** Ruby's `let(:order) { … }` and `define :refuse do |event| … end`: the block is what the name stands for. */
function bindDefined(node: SyntaxNode, bind: Bind): void {
  if (node.type !== "call" || !/^(?:let!?|subject!?|define|matcher)$/.test(calleeNames(node).at(-1) ?? ""))
    return;
  const [name, ...rest] = argumentsOf(node);
  const block = rest.find(isFunction);
  if (block !== undefined && name?.type === "simple_symbol") bind(nameOf(name), block);
}

type Bind = (name: string, value: SyntaxNode) => void;

/** The name that a declaration gives, or null. */
export function declaredName(node: SyntaxNode): string | null {
  // `impl FromStr for Version` is Version's.
  const implemented =
    node.type === "impl_item" ? node.children.find(({ field }) => field === "type") : undefined;
  if (implemented !== undefined) return nameOf([...nodesIn(implemented)].find(isIdentifier) ?? implemented);
  const named =
    node.children.find(({ field }) => field === "name") ??
    node.children.find((child) => isIdentifier(child) && !/modifier/.test(child.type));
  if (named !== undefined && (isIdentifier(named) || named.named)) return nameOf(lastIdentifier(named));
  if (node.type === "init_declaration") return "init";
  const parent = node.parent;
  if (parent === null) return null;
  if (node.type === "function_body") return dartName(node);
  const left = parent.children[0];
  const holdsValue =
    /declarator|assignment|pair|property|field_definition|let_declaration|keyword_argument/.test(parent.type);
  if (!holdsValue || left === undefined || left === node) return null;
  const names = parent.children
    .filter((child) => child.end <= node.start)
    .flatMap((child) => [...nodesIn(child)]);
  const last = names.filter(isIdentifier).at(-1);
  return last === undefined ? null : nameOf(last);
}

function lastIdentifier(node: SyntaxNode): SyntaxNode {
  return [...nodesIn(node)].filter(isIdentifier).at(-1) ?? node;
}

function dartName(body: SyntaxNode): string | null {
  const siblings = body.parent?.children ?? [];
  const signature = siblings[siblings.indexOf(body) - 1];
  if (signature === undefined) return null;
  const found = [...nodesIn(signature, ({ type }) => !/parameter/.test(type))].filter(isIdentifier).at(-1);
  return found === undefined ? null : nameOf(found);
}

/** A function's name stands for it; the parameters of one that is handed over, or annotated, for what fills them. */
function bindFunction(node: SyntaxNode, bind: Bind): void {
  const name = declaredName(node);
  if (name !== null) bind(name, node);
  const parameters = parametersOf(node);
  if (parameters.length === 0) return;
  for (const filler of fillersOf(node))
    for (const parameter of parameters) if (mayFill(filler, parameter)) bind(parameter, filler);
}

/** pytest's `parametrize` names what it fills; the other parameters are fixtures. */
function mayFill({ type, text }: SyntaxNode, parameter: string): boolean {
  if (type !== "decorator" || !text.includes("parametrize")) return true;
  const names = text.slice(0, Math.max(0, text.indexOf("[", text.indexOf("(") + 2)));
  return names.split(/\W+/).includes(parameter);
}

/** Names of a function's parameters. */
export function parametersOf(node: SyntaxNode): string[] {
  const lists = node.children.filter(
    ({ type, field }) => /param/.test(type) || field === "parameters" || field === "parameter",
  );
  const inner = node.children.filter(({ type }) =>
    /^(?:lambda_parameters|block_parameters|closure_parameters|lambda_function_type)$/.test(type),
  );
  return [
    ...new Set(
      [...lists, ...inner].flatMap((list) =>
        [...nodesIn(list, (one) => one === list || !isTypeOfParameter(one))]
          .filter((one) => isIdentifier(one) && !isTypeOfParameter(one))
          .map(nameOf),
      ),
    ),
  ];
}

/** Rust's, which are siblings: `#[case(4000)]`. */
function attributesAbove(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type !== "function_item") return [];
  const siblings = node.parent?.children ?? [];
  const before = siblings.slice(0, siblings.indexOf(node));
  const end = before.findLastIndex(({ type }) => type !== "attribute_item");
  return before.slice(end + 1);
}

function isTypeOfParameter({ type, field }: SyntaxNode): boolean {
  return (
    field === "type" ||
    /^(?:type|type_annotation|type_identifier|user_type|named_type|generic_type)$/.test(type)
  );
}

function fillersOf(node: SyntaxNode): SyntaxNode[] {
  const call = [...above(node)].slice(0, 4).find(isCall);
  const isHandedOver =
    call !== undefined &&
    ![...above(node)].slice(0, 4).some((one) => isFunction(one) && one.start > call.start);
  const marks = [
    ...node.children.filter(
      ({ type, text }) =>
        /annotation|attribute_list/.test(type) || (type === "modifiers" && text.includes("@")),
    ),
    ...(node.parent?.type === "decorated_definition"
      ? node.parent.children.filter(({ type }) => type === "decorator")
      : []),
    ...attributesAbove(node),
  ];
  if (!isHandedOver) return marks;
  const given = call.children.flatMap((child) =>
    /^argument|suffix|value_arguments/.test(child.type) ? child.children : [child],
  );
  return [
    ...marks,
    ...given.filter((child) => child.named && !(child.start <= node.start && child.end >= node.end)),
  ];
}

/** What is caught comes from what was tried. */
function bindCaught(handler: SyntaxNode, bind: Bind): void {
  const tried = handler.parent?.children.find((one) => one.named && isBlock(one));
  if (tried === undefined) return;
  const head = handler.children.filter((child) => child.named && !isBlock(child));
  for (const one of head.flatMap((child) => [...nodesIn(child)]))
    if (isIdentifier(one) && !/type/.test(one.type)) bind(nameOf(one), tried);
}

/** Python's `with raises(Closed) as info:` holds what came of the statements in it. */
function bindEntered(node: SyntaxNode, bind: Bind): void {
  const targets = [...nodesIn(node, ({ type }) => type !== "block")].filter(
    ({ type }) => type === "as_pattern_target",
  );
  for (const target of targets)
    for (const one of nodesIn(target)) if (isIdentifier(one)) bind(nameOf(one), node);
}

const assigns = /^(?::?=|=>|in|of|\+=)$/;

/** C#'s `= value` and `=> value`, which are nodes of their own. */
function isValueClause({ type, parent }: SyntaxNode): boolean {
  return (
    type === "equals_value_clause" ||
    (type === "arrow_expression_clause" && parent?.type === "property_declaration")
  );
}

function bindAssigned(node: SyntaxNode, bind: Bind): void {
  if (
    isBlock(node) ||
    /argument_list|arguments|binary|switch|match_arm|when_entry|comparison/.test(node.type)
  )
    return;
  const isPair = /pair|enhanced_for|array_element/.test(node.type);
  const sign = node.children.findIndex(
    ({ named, type, text }) =>
      (!named && (assigns.test(type) || (isPair && type === ":"))) ||
      // C# gives the sign a node of its own.
      (type === "assignment_operator" && text === "="),
  );
  const isClause = isValueClause(node);
  if (sign < 0 || (sign === 0 && !isClause)) return;
  const value = node.children.slice(sign + 1).find(({ named, type }) => named && type !== "block");
  if (value === undefined) return;
  const owner = (isClause ? node.parent : null) ?? node;
  const before = owner.children.filter((child) => child.end <= (node.children[sign]?.start ?? 0));
  const types = new Set([
    "type_annotation",
    "type",
    "user_type",
    "type_identifier",
    "generic_type",
    "modifiers",
  ]);
  const given = [value, ...declaredTypeOf(owner, value)];
  for (const left of before) {
    if (types.has(left.type) || left.field === "type") continue;
    for (const one of nodesIn(left, ({ type }) => !types.has(type)))
      if (isIdentifier(one)) for (const each of given) bind(nameOf(one), each);
    if (/string/.test(left.type)) bind(left.text.replace(/^["']|["']$/g, ""), value);
  }
}

/** `Order order = new(…)`, `let order: Order = .init(…)`: only the declaration says what is made. */
function declaredTypeOf(declaration: SyntaxNode, { type, text }: SyntaxNode): readonly SyntaxNode[] {
  if (type !== "implicit_object_creation_expression" && !text.startsWith(".")) return [];
  const isTyped = (one: SyntaxNode): boolean => one.field === "type" || one.type === "type_annotation";
  return [...declaration.children, ...(declaration.parent?.children ?? [])].filter(isTyped).slice(0, 1);
}
