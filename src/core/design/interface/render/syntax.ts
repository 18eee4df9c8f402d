import type { Language } from "../../../code/language.ts";
import type { Scalar } from "../scalar.ts";

export interface RenderedParameter {
  readonly name: string;
  readonly type: string;
  /** May be left out by the caller, which only holds when all that follow may, too. */
  readonly isOptional: boolean;
}

export interface RenderedMember {
  readonly kind: "property" | "method" | "constructor" | "value";
  readonly name: string;
  /** As the spec writes it. */
  readonly specName: string;
  /** Of a property. */
  readonly type: string;
  readonly isOptional: boolean;
  readonly parameters: readonly RenderedParameter[];
  /** Null: nothing. */
  readonly returns: string | null;
  readonly isAsync: boolean;
  readonly isStatic: boolean;
  readonly isReadonly: boolean;
  /** Entry IDs and the default, one line, without the comment mark. */
  readonly note: string;
}

export interface RenderedDeclaration {
  readonly kind: "class" | "interface";
  readonly name: string;
  readonly typeParameters: readonly string[];
  readonly extends: readonly string[];
  readonly members: readonly RenderedMember[];
  /** Whole lines of comment that stand at the end of the body, without the mark. */
  readonly remarks: readonly string[];
}

/** How one language writes types and declarations. Data and small functions; everything shared is in render-interfaces. */
export interface Syntax {
  readonly language: Language;
  /** Word after a Markdown fence. */
  readonly fence: string;
  readonly comment: "//" | "#";
  /** Lines that a file of the language starts with. */
  readonly preamble: readonly string[];
  readonly scalars: Readonly<Record<Scalar, string>>;
  readonly reserved: ReadonlySet<string>;
  readonly hasOverloads: boolean;
  /** False where a constructor cannot be declared without a body: it stands as a remark. */
  readonly hasConstructors: boolean;
  readonly list: (of: string) => string;
  readonly map: (key: string, of: string) => string;
  readonly optional: (of: string) => string;
  /** Null: the language has no form for it, and the top type stands there with an open question. */
  readonly union: ((of: readonly string[]) => string) | null;
  readonly literals: ((values: readonly string[]) => string) | null;
  readonly callable: (
    parameters: readonly string[],
    returns: string | null,
    isAsync: boolean,
  ) => string | null;
  /** A type parameter where it is used; `T` in most languages. */
  readonly parameter: (name: string) => string;
  readonly generic: (name: string, parameters: readonly string[]) => string;
  readonly memberName: (name: string) => string;
  readonly valueName: (name: string) => string;
  readonly declaration: (declaration: RenderedDeclaration) => readonly string[];
  readonly enumeration: (name: string, values: readonly RenderedMember[]) => readonly string[];
  /** Null: the language has no aliases. */
  readonly alias: ((name: string, typeParameters: readonly string[], type: string) => string) | null;
  readonly freeFunction: (method: RenderedMember) => readonly string[];
  /** Stands for a type that is declared elsewhere, where the language would not read without it. */
  readonly placeholder: ((name: string, typeParameters: number) => string) | null;
}

export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** `line // note`, or the line alone. */
export function noted(line: string, note: string, mark: "//" | "#" = "//"): string {
  return note === "" ? line : `${line} ${mark} ${note}`;
}

export function indented(lines: readonly string[], by = "  "): readonly string[] {
  return lines.map((line) => (line === "" ? line : by + line));
}

/** `<A, B>`, or nothing. */
export function angles(parameters: readonly string[]): string {
  return parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
}
