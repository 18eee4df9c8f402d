import { nodesIn, type SyntaxNode } from "./syntax-node.ts";

/* What nodes are, by the names that the grammars of the common languages give them: they agree more than they differ. */

export function isComment({ type }: SyntaxNode): boolean {
  return type.includes("comment") && !type.includes("comment_content");
}

const strings =
  /^(?:(?:string|interpreted_string|raw_string|line_string|multi_line_string|verbatim_string|char|character|rune)_literal|string|raw_string|template_string|encapsed_string|interpolated_string_expression|interpolated_string|simple_symbol|symbol|heredoc_body|string_literal_double_quotes|string_literal_single_quotes|regex|regex_literal)$/;

export function isString({ type }: SyntaxNode): boolean {
  return strings.test(type);
}

/** A string's text without quotes; holes keep their text. */
export function stringValue({ text }: SyntaxNode): string {
  const bare = text.replace(/^(?:[rbfuRBFUL$@]{0,2}#{0,3}|:)(?="|'|`|\w)/, "");
  return bare.replace(/^(?:"""|'''|["'`/])/, "").replace(/(?:"""|'''|["'`])#{0,3}$|\/[a-z]{0,6}$/, "");
}

export function isNumber(node: SyntaxNode): boolean {
  return (
    node.named &&
    /^\d|^\.\d/.test(node.text) &&
    /number|integer|float|int_literal|real|long|hex|numeric|decimal|double/.test(node.type)
  );
}

const numberSuffix = /(?:[lfdmnu]|[iu](?:8|16|32|64|size)){1,4}$/i;

/** The value of a number as written, or null: `10_000`, `5L`, `1e3`, `0x1F`. */
export function numberValue({ text }: SyntaxNode): number | null {
  const plain = text.replace(/_/g, "");
  // In a hexadecimal number the letters of a suffix are digits.
  const isHexadecimal = plain.slice(0, 2).toLowerCase() === "0x";
  const value = Number(isHexadecimal ? plain : plain.replace(numberSuffix, ""));
  return Number.isFinite(value) ? value : null;
}

const identifiers =
  /identifier$|^(?:shorthand_property_identifier_pattern|name|constant|instance_variable|class_variable|global_variable|simple_symbol|word|self|this|hash_key_symbol|member_name|alias)$/;

export function isIdentifier(node: SyntaxNode): boolean {
  return identifiers.test(node.type) && node.children.every(({ named }) => !named);
}

/** `@name` and `$name` are `name`. */
export function nameOf({ text }: SyntaxNode): string {
  return text.replace(/^[@$#:]+/, "").replace(/^`|`$/g, "");
}

const functions =
  /^(?:function_declaration|function_definition|function_item|function_expression|function|generator_function(?:_declaration)?|arrow_function|method_declaration|method_definition|method|singleton_method|constructor_declaration|init_declaration|deinit_declaration|local_function_statement|local_function_declaration|func_literal|lambda|lambda_literal|lambda_expression|closure_expression|anonymous_function(?:_creation_expression)?|anonymous_method_expression|do_block|secondary_constructor|getter|setter|operator_declaration|test_declaration|subscript_declaration|accessor_declaration)$/;

export function isFunction(node: SyntaxNode): boolean {
  if (functions.test(node.type)) return node.named;
  // Ruby's `{ |x| … }`, and Dart, whose bodies stand beside their signatures.
  if (node.type === "block") return node.parent?.type === "call";
  return node.type === "function_body" && !functions.test(node.parent?.type ?? "");
}

export function isType({ type, named, parent }: SyntaxNode): boolean {
  return (
    named &&
    // Python calls a whole file a module.
    parent !== null &&
    /^(?:class|class_declaration|class_definition|class_specifier|struct_item|enum_item|trait_item|impl_item|interface_declaration|struct_declaration|enum_declaration|object_declaration|protocol_declaration|record_declaration|trait_declaration|module|mixin_declaration|extension_declaration|companion_object|type_spec|singleton_class)$/.test(
      type,
    )
  );
}

const calls =
  /^(?:call_expression|call|method_invocation|invocation_expression|function_call_expression|member_call_expression|nullsafe_member_call_expression|scoped_call_expression|object_creation_expression|new_expression|macro_invocation|infix_expression|explicit_constructor_invocation|constructor_invocation|method_reference)$/;

export function isCall(node: SyntaxNode): boolean {
  return node.named && (calls.test(node.type) || isDartCall(node));
}

function isDartCall(node: SyntaxNode): boolean {
  return node.type === "selector" && node.children.some(({ type }) => type === "argument_part");
}

const argumentNodes =
  /^(?:argument_list|arguments|call_suffix|value_arguments|token_tree|argument_part|do_block|block)$/;

/** What is called, as the identifiers that name it: `a.b(c).d(e)` is `["a", "b", "d"]` where `what` leaves arguments out. */
export function calleeNames(call: SyntaxNode): string[] {
  const names: string[] = [];
  if (isDartCall(call)) {
    const siblings = call.parent?.children ?? [];
    for (const sibling of siblings.slice(0, siblings.indexOf(call))) names.push(...plainNames(sibling));
    return names;
  }
  // `a shouldBe b`: what stands behind the name is given.
  const parts = isInfix(call) ? call.children.slice(0, 2) : call.children;
  for (const child of parts) if (!argumentNodes.test(child.type)) names.push(...plainNames(child));
  return names;
}

/** `a name b`, which is a call of `name`. */
export function isInfix({ type }: SyntaxNode): boolean {
  return type === "infix_expression";
}

function plainNames(node: SyntaxNode): string[] {
  const names: string[] = [];
  for (const one of nodesIn(node, (inner) => !argumentNodes.test(inner.type) && !isFunction(inner)))
    if (isIdentifier(one)) names.push(nameOf(one));
  return names;
}

/** The arguments of a call, as one node each; empty where it has none. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  if (isInfix(call)) return call.children.filter(({ named }) => named).slice(2);
  return call.children.filter(({ type }) => argumentNodes.test(type)).flatMap((list) => listed(list));
}

function listed(list: SyntaxNode): SyntaxNode[] {
  if (isFunction(list)) return [list];
  return list.children.flatMap((child) => {
    if (!child.named) return [];
    return /^(?:value_arguments|arguments|argument_list)$/.test(child.type) ? listed(child) : [child];
  });
}

export function isRaise(node: SyntaxNode): boolean {
  if (/^(?:throw_statement|throw_expression|raise_statement|raise)$/.test(node.type)) return node.named;
  if (/^(?:jump_expression|control_transfer_statement)$/.test(node.type)) return /^throw\b/.test(node.text);
  if (!isCall(node)) return false;
  return /^(?:raise|fail|panic|reject|abort)$/.test(calleeNames(node)[0] ?? "");
}

export function isReturn(node: SyntaxNode): boolean {
  if (/^(?:return_statement|return_expression|return)$/.test(node.type)) return node.named;
  return /^(?:jump_expression|control_transfer_statement)$/.test(node.type) && /^return\b/.test(node.text);
}

export function isCondition({ type, named }: SyntaxNode): boolean {
  return (
    named &&
    /^(?:if|if_statement|if_expression|if_modifier|unless|unless_modifier|guard_statement|conditional_expression|ternary_expression|elif_clause|elsif|else_if_clause)$/.test(
      type,
    )
  );
}

/** A handler of failures: `catch`, `except`, `rescue`. */
export function isHandler({ type, named }: SyntaxNode): boolean {
  return named && /^(?:catch_clause|catch_block|except_clause|rescue|except_group_clause)$/.test(type);
}

/** A sequence of statements. */
export function isBlock({ type, named }: SyntaxNode): boolean {
  return (
    named &&
    /^(?:statement_block|block|statements|compound_statement|body_statement|block_body|then|do|program|module|source_file|control_structure_body|function_body|constructor_body)$/.test(
      type,
    )
  );
}

/** The name of the last identifier: `size` of `this.items.size`; null where there is none. */
export function lastName(node: SyntaxNode): string | null {
  const last = [...nodesIn(node)].filter(isIdentifier).at(-1);
  return last === undefined ? null : nameOf(last);
}

export function identifiersIn(node: SyntaxNode): Set<string> {
  const names = new Set<string>();
  for (const one of nodesIn(node)) if (isIdentifier(one)) names.add(nameOf(one));
  return names;
}
