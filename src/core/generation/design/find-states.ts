import type { Declaration } from "../interface/spec-interface.ts";
import { codeSpansIn, type Sentence } from "./sentences.ts";

/** States by name, with the things that can be in them (`channel`, `connection`); empty when the spec names none. */
export type States = ReadonlyMap<string, ReadonlySet<string>>;

const stateEnum = /^([A-Z][A-Za-z0-9]*?)(?:States?|Status|Phase)$/;

/**
 * What the spec calls a state: values of its enumerations of states, and code spans that stand beside the word. A code
 * span alone is none, however loud it is written.
 */
export function findStates(
  sentences: readonly Sentence[],
  declared: ReadonlyMap<string, Declaration>,
): States {
  const known = new Map<string, Set<string>>();
  for (const declaration of declared.values()) {
    const owner = declaration.kind === "enum" ? stateEnum.exec(declaration.name)?.[1] : undefined;
    if (owner === undefined) continue;
    for (const { kind, name } of declaration.members)
      if (kind === "value") add(known, name, owner.toLowerCase());
  }
  const named = new Map<string, Set<string>>();
  for (const { text } of sentences) {
    for (const name of statesIn(text, known)) named.set(name, known.get(name) ?? new Set());
  }
  return named;
}

function add(map: Map<string, Set<string>>, name: string, owner: string): void {
  const owners = map.get(name) ?? new Set<string>();
  owners.add(owner);
  map.set(name, owners);
}

const stateName = /^[A-Za-z][A-Za-z0-9_ -]{1,40}$/;

function statesIn(text: string, known: ReadonlyMap<string, unknown>): readonly string[] {
  const spans = codeSpansIn(text).filter((span) => stateName.test(span.text));
  const found: string[] = [];
  spans.forEach((span, index) => {
    if (isCalledState(text, spans, index) && !isTypeName(span.text)) found.push(span.text);
    else if (known.has(span.text) && /\b(?:states?|status)\b/.test(text)) found.push(span.text);
  });
  return found;
}

/** `A` state; state `A`; `A`, `B` or `C` state(s). */
function isCalledState(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  at: number,
): boolean {
  const span = spans[at];
  if (span === undefined) return false;
  const after = text.slice(span.end, span.end + 12);
  if (/^\s+(?:state|status)(?:s|es)?\b/.test(after)) return true;
  const next = spans[at + 1];
  const isListed =
    next !== undefined && /^(?:,|,? (?:or|and)(?: the)?) $/.test(text.slice(span.end, next.start));
  if (isListed && isCalledState(text, spans, at + 1)) return true;
  return /\b(?:state|status)(?: is| of| to| be| becomes| in)? $/.test(
    text.slice(Math.max(0, span.start - 16), span.start),
  );
}

/** `ConnectionState` is the type of a state. */
function isTypeName(text: string): boolean {
  return /(?:State|Status|Change|Message|Event)$/.test(text);
}
