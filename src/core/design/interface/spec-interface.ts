import type { Span } from "../../entries/entry.ts";

/** A type as the spec writes it; nothing is known of it until a language maps it. */
export type TypeForm =
  | { readonly kind: "named"; readonly name: string; readonly arguments: readonly TypeForm[] }
  | { readonly kind: "optional"; readonly of: TypeForm }
  | { readonly kind: "union"; readonly of: readonly TypeForm[] }
  /** Values written out: `.GET | .POST`, `'a' | 'b'`. */
  | { readonly kind: "literals"; readonly values: readonly string[] }
  | { readonly kind: "function"; readonly parameters: readonly Parameter[]; readonly returns: Returned }
  /** Words that are no type this program can read, or none given: always an open question. */
  | { readonly kind: "unknown"; readonly words: string };

export interface Parameter {
  /** Null when the spec gives only the type. */
  readonly name: string | null;
  readonly type: TypeForm;
  readonly isOptional: boolean;
}

export interface Returned {
  /** Null: nothing is returned, or the spec names nothing. */
  readonly type: TypeForm | null;
  /** Done later: `io`, `Promise<…>`, `async`. */
  readonly isAsync: boolean;
}

interface MemberCommon {
  readonly name: string;
  readonly isStatic: boolean;
  /** Written so in the spec: `readonly`. */
  readonly isReadonly?: boolean;
  /** Entry IDs written beside it, wildcards left out. */
  readonly cites: readonly string[];
  /** Default as written, or null. */
  readonly standard: string | null;
  readonly span: Span;
}

export type Member =
  | (MemberCommon & { readonly kind: "property"; readonly type: TypeForm; readonly isOptional: boolean })
  | (MemberCommon & {
      readonly kind: "method" | "constructor";
      readonly parameters: readonly Parameter[];
      readonly returns: Returned;
    })
  | (MemberCommon & { readonly kind: "value" })
  /** Everything of another declaration is part of this one, too. */
  | (MemberCommon & { readonly kind: "embeds" })
  /** A line that cannot be read for certain: it is shown as it stands and asked about. */
  | (MemberCommon & { readonly kind: "unread" });

/** A type, an enumeration or a free function that the spec declares. */
export interface Declaration {
  readonly kind: "class" | "interface" | "enum" | "alias" | "function";
  readonly name: string;
  /** Names of type parameters: `T` of `Page<T>`. */
  readonly typeParameters: readonly string[];
  readonly extends: readonly TypeForm[];
  readonly members: readonly Member[];
  /** Of an alias. */
  readonly type: TypeForm | null;
  readonly cites: readonly string[];
  readonly span: Span;
}
