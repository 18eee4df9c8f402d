import type { Entry } from "../../entries/entry.ts";
import { readSignature } from "./read-member.ts";
import type { Declaration, Member, Parameter, Returned } from "./spec-interface.ts";

const codeSpan = /`([^`\n]{3,200})`/g;
const shape =
  /^(?:([A-Z][A-Za-z0-9_]{0,60})(?:#|\.|::))?([a-z_][A-Za-z0-9_]{0,60})(\(.*\)(?:\s*(?:=>|->|:).{1,80})?)$/;
const defines = /^\s*(?:function|method|constructor|operation)\b|^:\s*$/;

/**
 * Signatures in an entry's code spans: `` `Queue#send(item: Item, delay?: Int) => Bool` ``. A call is no signature: either
 * every parameter has a type, or the word "function" or "method" follows and the parameters are plain names.
 */
export function readInline(entry: Entry): readonly Declaration[] {
  return entry.lines.flatMap(({ line, text }) => {
    const found: Declaration[] = [];
    for (const match of text.matchAll(codeSpan)) {
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 20);
      const declaration = declarationOf(match[1] ?? "", after, entry, line);
      if (declaration !== null) found.push(declaration);
    }
    return found;
  });
}

function declarationOf(text: string, after: string, entry: Entry, line: number): Declaration | null {
  const match = shape.exec(text.trim());
  if (match === null) return null;
  const signature = readSignature(match[3] ?? "");
  // Without a type of its own and without types, `attach()` says nothing that its name does not say.
  const mayBeBare = match[1] !== undefined && defines.test(after);
  if (signature === null || !isSignature(signature, mayBeBare)) return null;
  const name = match[2] ?? "";
  const span = { file: entry.file, line, endLine: line, quote: text };
  const common = { isStatic: false, cites: [entry.id], standard: null, span, ...withNames(signature) };
  const member: Member = { kind: "method", name, ...common };
  const owner = match[1];
  const shared = { typeParameters: [], extends: [], members: [member], type: null, cites: [entry.id], span };
  return owner === undefined
    ? { kind: "function", name, ...shared }
    : { kind: "class", name: owner, ...shared };
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly returns: Returned;
}

function isSignature({ parameters, returns }: Signature, isCalledSo: boolean): boolean {
  const hasTypes = parameters.every(({ name, type }) => name !== null && type.kind !== "literals");
  if (hasTypes && (parameters.length > 0 || returns.type !== null)) return true;
  return isCalledSo && parameters.every((one) => one.name !== null || bareName(one) !== null);
}

/** `send(name, data)`: what was read as types are the parameters' names, and their types are not given. */
export function withNames({ parameters, returns }: Signature): Signature {
  return {
    parameters: parameters.map((one) => {
      const name = one.name ?? bareName(one);
      if (one.name !== null || name === null) return one;
      return { name, type: { kind: "unknown", words: "" }, isOptional: one.type.kind === "optional" };
    }),
    // Text that gives a result elsewhere, or nowhere, is no promise that there is none.
    returns: returns.type === null ? { ...returns, type: { kind: "unknown", words: "" } } : returns,
  };
}

function bareName({ type }: Parameter): string | null {
  const inner = type.kind === "optional" ? type.of : type;
  const isName =
    inner.kind === "named" && inner.arguments.length === 0 && /^[a-z_][A-Za-z0-9_]*$/.test(inner.name);
  return isName ? inner.name : null;
}
