import { bindingsOf, declaredName } from "../../syntax/bindings.ts";
import { identifiersIn, isComment, isFunction, isType } from "../../syntax/node-kinds.ts";
import {
  above,
  isInside,
  nodesIn,
  rootOf,
  type ParsedFile,
  type SyntaxNode,
} from "../../syntax/syntax-node.ts";
import { type Values, valuesIn } from "../../syntax/values.ts";

/** A function, a type without its functions, or what stands at the top of a file. */
export interface Unit {
  readonly file: string;
  readonly name: string | null;
  readonly node: SyntaxNode;
  readonly kind: "function" | "type" | "top";
  readonly owner: Unit | null;
  readonly values: Values;
  readonly mentions: ReadonlySet<string>;
}

interface Bound {
  readonly file: string;
  readonly value: SyntaxNode;
}

/** The source of a target, by what its units are called and mention. */
export interface Product {
  readonly units: readonly Unit[];
  readonly byName: ReadonlyMap<string, readonly Unit[]>;
  readonly byFile: ReadonlyMap<string, readonly Unit[]>;
  /** What names stand for, wherever in the source. */
  readonly bound: ReadonlyMap<string, readonly Bound[]>;
  /** Names that functions mention, each with how many do. */
  readonly mentioned: ReadonlyMap<string, number>;
  /** Types of failures: naming one says nothing of what raises it. */
  readonly failures: ReadonlySet<string>;
}

/** `without`: parts of files that are no source. */
export function productOf(
  files: readonly ParsedFile[],
  without: ReadonlySet<SyntaxNode> = new Set(),
): Product {
  const units: Unit[] = [];
  const bound = new Map<string, Bound[]>();
  for (const { path, root } of files) {
    if (root === null) continue;
    unitsUnder(path, root, units, without);
    const isLeftOut = (node: SyntaxNode): boolean =>
      [...without].some((part) => isInside(node, part) && rootOf(part) === root);
    for (const [name, values] of bindingsOf(root))
      for (const value of values) if (!isLeftOut(value)) add(bound, name, { file: path, value });
  }
  const byName = new Map<string, Unit[]>();
  const byFile = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.name !== null) add(byName, unit.name, unit);
    add(byFile, unit.file, unit);
  }
  const mentioned = new Map<string, number>();
  for (const { kind, mentions } of units)
    if (kind === "function") for (const name of mentions) mentioned.set(name, (mentioned.get(name) ?? 0) + 1);
  return { units, byName, byFile, bound, mentioned, failures: failuresOf(units) };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

function unitsUnder(file: string, root: SyntaxNode, units: Unit[], without: ReadonlySet<SyntaxNode>): void {
  const owners = new Map<SyntaxNode, Unit>();
  for (const node of nodesIn(root, (inner) => !without.has(inner))) {
    if (without.has(node)) continue;
    const isTop = node === root;
    const isNamed = (isFunction(node) || isType(node)) && declaredName(node) !== null;
    if (!isTop && !isNamed) continue;
    const owner = isTop
      ? null
      : ([...above(node)].map((outer) => owners.get(outer)).find((one) => one !== undefined) ?? null);
    const kind = isTop ? "top" : isType(node) ? "type" : "function";
    const skip = (inner: SyntaxNode): boolean =>
      without.has(inner) ||
      (inner !== node &&
        kind !== "function" &&
        (declares(inner) ||
          /^(?:export_clause|import_statement|import_declaration|use_declaration|import_header|import_from_statement|package_clause|using_directive)$/.test(
            inner.type,
          )));
    const unit: Unit = {
      ...{ file, node, kind, owner, name: isTop ? null : declaredName(node) },
      values: valuesIn([node], skip),
      mentions: mentionsOf(node, skip),
    };
    owners.set(node, unit);
    units.push(unit);
  }
}

function declares(node: SyntaxNode): boolean {
  return (isFunction(node) || isType(node)) && declaredName(node) !== null;
}

function mentionsOf(node: SyntaxNode, skip: (node: SyntaxNode) => boolean): Set<string> {
  const names = new Set<string>();
  for (const one of nodesIn(node, (inner) => !skip(inner) && !isComment(inner))) {
    if (skip(one) || one.children.length > 0) continue;
    for (const name of identifiersIn(one)) names.add(name);
  }
  return names;
}

function failuresOf(units: readonly Unit[]): ReadonlySet<string> {
  const named = /(?:Error|Exception|Failure|Refusal|Refused|Fault|Problem)s?$/;
  return new Set(
    units.flatMap(({ kind, name, node }) => {
      if (kind !== "type" || name === null) return [];
      const head = headOf(node);
      return named.test(name) ||
        /\b\w*(?:Error|Exception|Throwable)\b/.test(head.slice(head.indexOf(name) + name.length))
        ? [name]
        : [];
    }),
  );
}

/** A type's own line, up to what is in it: a failure that it holds is none of its own. */
export function headOf({ text }: SyntaxNode): string {
  const [line = ""] = text.split("\n", 1);
  const isBraced =
    line.includes("{") || /^\s*(?:extends|implements|with|:|\{)/.test(text.slice(line.length + 1));
  return (isBraced ? (text.split("{", 1)[0] ?? "") : line).slice(0, 300);
}

const constructors = /^(?:constructor|__init__|__new__|initialize|init|new|__construct|_init)$/;

/**
 * Units that can run when something of these names is used: by the names that units mention, which says too much rather
 * than too little. Units at the top of files that are reached count, and what a framework calls in a type that is reached.
 */
export function reachedFrom(product: Product, names: Iterable<string>): ReadonlySet<Unit> {
  const reached = new Set<Unit>();
  const waiting: string[] = [...names];
  const seen = new Set<string>(waiting);
  const enter = (unit: Unit): void => {
    if (reached.has(unit)) return;
    reached.add(unit);
    for (const name of unit.mentions) if (!seen.has(name)) waiting.push(...(seen.add(name), [name]));
    for (const other of product.byFile.get(unit.file) ?? []) {
      const isAround =
        other.node !== unit.node && isInside(unit.node, other.node) && other.kind !== "function";
      const isImplied =
        unit.kind === "type" &&
        other.owner === unit &&
        (other.name === null || constructors.test(other.name) || isCalledByFramework(other, unit, product));
      if (isAround || isImplied) enter(other);
    }
  };
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const unit of product.byName.get(name) ?? []) enter(unit);
    // A constant or a field is declared in the unit around it.
    for (const { file, value } of (product.bound.get(name) ?? []).slice(0, 20)) {
      if (isFunction(value)) continue;
      const unit = unitAt(product, file, value);
      if (unit !== null && unit.kind !== "function") enter(unit);
    }
  }
  return reached;
}

/** A function of a type that extends something, whose name nobody mentions: what it extends calls it. */
function isCalledByFramework({ name, node, mentions }: Unit, owner: Unit, { mentioned }: Product): boolean {
  if (name === null || name === owner.name) return true;
  if (/@\w|override\b|\[\w/.test(node.text.slice(0, 120)) || node.parent?.type === "decorated_definition")
    return true;
  const isDerived = /\bextends\b|\bimplements\b|:\s*\w|<\s*\w|\(\w|\bfor\b/.test(
    owner.node.text.split(/[{\n]/, 1)[0] ?? "",
  );
  return isDerived && (mentioned.get(name) ?? 0) <= (mentions.has(name) ? 1 : 0);
}

/** The innermost unit that a node stands in. */
function unitAt(product: Product, file: string, node: Pick<SyntaxNode, "start" | "end">): Unit | null {
  let found: Unit | null = null;
  for (const unit of product.byFile.get(file) ?? [])
    if (
      unit.node.start <= node.start &&
      unit.node.end >= node.end &&
      (found === null || unit.node.start >= found.node.start)
    )
      found = unit;
  return found;
}

/** Whether the product has a function, type or constant of this name. */
export function isOfProduct({ byName, bound }: Product, name: string): boolean {
  return byName.has(name) || bound.has(name);
}

/** A text that a function gives a field, or a type allows for it. */
function isOfField(value: SyntaxNode): boolean {
  return (
    /string|literal_type/.test(value.type) &&
    [...above(value)].some(
      (outer) => isFunction(outer) || /type_alias|interface_|object_type|literal_type/.test(outer.type),
    )
  );
}

/** Values that names of the product stand for, where they are constants. */
export function constantValues({ bound }: Product, names: Iterable<string>): readonly SyntaxNode[] {
  return [...names].flatMap((name) =>
    (bound.get(name) ?? []).flatMap(({ value }) =>
      isFunction(value) || isType(value) || value.end - value.start >= 80 || isOfField(value) ? [] : [value],
    ),
  );
}
