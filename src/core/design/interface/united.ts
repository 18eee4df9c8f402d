import type { Returned, TypeForm } from "./spec-interface.ts";

/** Alternatives as one type: literals become an enumeration, `null` makes the rest optional. */
export function united(parts: readonly TypeForm[]): TypeForm | null {
  const rest = parts.filter((part) => !isNothing(part));
  const values = rest.flatMap((part) => (part.kind === "literals" ? part.values : []));
  const isLiterals = rest.length > 0 && rest.every((part) => part.kind === "literals");
  const inner = rest.map((part) => (part.kind === "optional" ? part.of : part));
  const [only] = inner;
  if (only === undefined) return parts[0] ?? null;
  const type: TypeForm = isLiterals
    ? { kind: "literals", values }
    : inner.length === 1
      ? only
      : { kind: "union", of: inner };
  const isOptional = rest.length < parts.length || rest.some((part) => part.kind === "optional");
  return isOptional ? { kind: "optional", of: type } : type;
}

function isNothing(type: TypeForm): boolean {
  return type.kind === "named" && /^(?:null|nil|undefined|none)$/i.test(type.name);
}

/** What a function gives back, without its promise. */
export function unwrapped(type: TypeForm, isAsync: boolean): Returned {
  const isPromise = type.kind === "named" && /^(?:Promise|Future|Task|Awaitable)$/.test(type.name);
  const inner = isPromise ? (type.arguments[0] ?? null) : type;
  const isEmpty = inner === null || isNothing(inner) || (inner.kind === "named" && inner.name === "void");
  return { type: isEmpty ? null : inner, isAsync: isAsync || isPromise };
}
