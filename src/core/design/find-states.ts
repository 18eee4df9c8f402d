import type { Declaration } from "./interface/spec-interface.ts";
import { type CodeSpan, codeSpansIn, type Sentence } from "./sentences.ts";

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

/** `A` state; state `A`; `A`, `B` or `C` state(s); state is `A` or `B`. */
function isCalledState(text: string, spans: readonly CodeSpan[], at: number): boolean {
  return isCalledAfter(text, spans, at) || isCalledBefore(text, spans, at);
}

function isCalledAfter(text: string, spans: readonly CodeSpan[], at: number): boolean {
  const span = spans[at];
  if (span === undefined) return false;
  if (/^\s+(?:state|status)(?:s|es)?\b/.test(text.slice(span.end, span.end + 12))) return true;
  return isListed(text, span, spans[at + 1]) && isCalledAfter(text, spans, at + 1);
}

const before =
  /\b(?:state|status)(?: is| of| to| be| becomes| in)? $|\btransition(?:s|ed)? (?:in)?to (?:the )?$/;

function isCalledBefore(text: string, spans: readonly CodeSpan[], at: number): boolean {
  const span = spans[at];
  if (span === undefined) return false;
  if (before.test(text.slice(Math.max(0, span.start - 24), span.start))) return true;
  return isListed(text, spans[at - 1], span) && isCalledBefore(text, spans, at - 1);
}

function isListed(text: string, one: CodeSpan | undefined, other: CodeSpan | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return /^(?:,|,? (?:or|and)(?: the)?) $/.test(text.slice(one.end, other.start));
}

/** `ConnectionState` is the type of a state. */
function isTypeName(text: string): boolean {
  return /(?:State|Status|Change|Message|Event)$/.test(text);
}
