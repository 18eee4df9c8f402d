import type { Syntax } from "./render/syntax.ts";
import { containerOf, scalarOf } from "./scalar.ts";
import type { Parameter, TypeForm } from "./spec-interface.ts";
import { typeText } from "./type-text.ts";

/** What is noticed while types are rendered. */
export interface TypeNotes {
  /** Types of the spec's own that were named, with the most type arguments seen. */
  readonly named: Map<string, number>;
  /** Forms that the language does not have or the spec does not give. */
  readonly unmapped: Unmapped[];
}

export interface Unmapped {
  /** `Type#member`, or the name of the declaration. */
  readonly at: string;
  /** As the spec writes the type; empty when it gives none. */
  readonly words: string;
}

export interface TypeScope {
  /** What is being rendered. */
  readonly at: string;
  readonly syntax: Syntax;
  /** The spec's own types: they are never read as scalars. */
  readonly own: (name: string) => boolean;
  /** Type parameters in force. */
  readonly parameters: ReadonlySet<string>;
  readonly notes: TypeNotes;
}

/** A type in the words of a language; the top type, and a note, where there are none. */
export function renderType(type: TypeForm, scope: TypeScope): string {
  const { syntax } = scope;
  switch (type.kind) {
    case "optional":
      return syntax.optional(renderType(type.of, scope));
    case "union":
      return syntax.union === null
        ? unmapped(type, scope)
        : syntax.union(type.of.map((one) => renderType(one, scope)));
    case "literals":
      if (syntax.literals !== null) return syntax.literals(type.values);
      note(type, scope);
      return literalBase(type.values, syntax);
    case "function":
      return renderCallable(type, scope);
    case "unknown":
      return unmapped(type, scope);
    case "named":
      return renderNamed(type.name, type.arguments, scope);
  }
}

/** Values stand for their own type until somebody names an enumeration. */
function literalBase(values: readonly string[], syntax: Syntax): string {
  if (values.every((value) => /^-?\d+$/.test(value))) return syntax.scalars.integer;
  return values.every((value) => /^-?\d+(?:\.\d+)?$/.test(value))
    ? syntax.scalars.number
    : syntax.scalars.string;
}

function renderCallable(type: Extract<TypeForm, { kind: "function" }>, scope: TypeScope): string {
  const parameters = type.parameters.map((one: Parameter) => renderType(one.type, scope));
  const returns = type.returns.type === null ? null : renderType(type.returns.type, scope);
  return scope.syntax.callable(parameters, returns, type.returns.isAsync) ?? unmapped(type, scope);
}

function renderNamed(name: string, parameters: readonly TypeForm[], scope: TypeScope): string {
  const { syntax } = scope;
  if (scope.parameters.has(name)) return syntax.parameter(typeName(name));
  if (!scope.own(name)) {
    const container = containerOf(name);
    const [first, second] = parameters;
    if (container === "list" && first !== undefined) return syntax.list(renderType(first, scope));
    if (container === "optional" && first !== undefined) return syntax.optional(renderType(first, scope));
    if (container === "map" && first !== undefined && second !== undefined)
      return builtIn("Map", syntax.map(renderType(first, scope), renderType(second, scope)), scope);
    const scalar = parameters.length === 0 ? scalarOf(name) : null;
    if (scalar !== null) return syntax.scalars[scalar];
  }
  const own = typeName(name);
  scope.notes.named.set(own, Math.max(parameters.length, scope.notes.named.get(own) ?? 0));
  return syntax.generic(
    own,
    parameters.map((one) => renderType(one, scope)),
  );
}

/** A spec may have a type of its own by the name of one that TypeScript brings along. */
function builtIn(name: string, type: string, { syntax, own }: TypeScope): string {
  return syntax.fence === "ts" && own(name) ? `globalThis.${type}` : type;
}

function unmapped(type: TypeForm, scope: TypeScope): string {
  note(type, scope);
  return scope.syntax.scalars.any;
}

function note(type: TypeForm, { at, notes }: TypeScope): void {
  const words = typeText(type);
  if (!notes.unmapped.some((one) => one.at === at && one.words === words)) notes.unmapped.push({ at, words });
}

/** An identifier in every language: letters, digits, `_`; a letter first. */
export function typeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_]/g, "_");
  return /^[A-Za-z]/.test(safe) ? safe : `T${safe}`;
}
