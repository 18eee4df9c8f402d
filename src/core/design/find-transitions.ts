import type { States } from "./find-states.ts";
import { type CodeSpan, codeSpansIn, type Sentence } from "./sentences.ts";

/** One step of a state machine as a sentence gives it. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly id: string;
  /** The one message or event that the sentence names, or null. */
  readonly event: string | null;
}

const moves =
  /\b(?:transition(?:s|ed|ing)?|moves?|moved|changes?|changed|goes|go|enters?|becomes?|switch(?:es)?|returns?|reverts?|(?:be |is )?set)\b/;
const negated = /\b(?:not|never|no|except|unless|without|cannot|rather than|instead of)\b/i;

/**
 * Steps between states, only where one sentence names both ends: a source (`from A`, `in the A state`) and, after a verb
 * of movement, a target. Sentences that deny anything are left alone, and so are states of different things.
 */
export function findTransitions(sentences: readonly Sentence[], states: States): readonly Transition[] {
  const found = new Map<string, Transition>();
  for (const sentence of sentences) {
    for (const one of transitionsIn(sentence, states)) {
      const key = JSON.stringify([one.from, one.to]);
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

function transitionsIn({ id, text }: Sentence, states: States): readonly Transition[] {
  if (negated.test(text)) return [];
  const spans = codeSpansIn(text);
  const named = spans.filter((span) => states.has(span.text));
  const targets = named.filter((span) => isTarget(text, span));
  const target = targets.at(-1);
  if (target === undefined || new Set(targets.map((span) => span.text)).size > 1) return [];
  const sources = named.filter((span) => span !== target && isSource(text, span, named));
  const event = eventIn(text, spans, states);
  return sources
    .filter((span) => span.text !== target.text && isSameThing(text, span, target, states))
    .map((span) => ({ from: span.text, to: target.text, id, event }));
}

/** After a verb of movement, with nothing but small words and `to` between. */
function isTarget(text: string, span: CodeSpan): boolean {
  const before = text.slice(Math.max(0, span.start - 90), span.start);
  const unquoted = before.replace(/`[^`]*`/g, "");
  const bare = unquoted.slice(unquoted.indexOf("`") + 1);
  const close = /\b(?:to|into|becomes?|enters?|enter) (?:the |a |an |state )?$/.exec(bare);
  if (close === null) return false;
  const clause = bare.slice(Math.max(bare.lastIndexOf(","), bare.lastIndexOf("then")) + 1);
  return moves.test(clause) && !/\b(?:if|when|while|once|whenever|after)\b/i.test(clause);
}

/** `from A`, `in the A state`, `is A`; in a list, as the last of it. */
function isSource(text: string, span: CodeSpan, named: readonly CodeSpan[]): boolean {
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (
    /\b(?:from|from the|in|in the|in state|while|is|is in|was|currently|state is) (?:either )?(?:the |an? )?$/.test(
      before,
    )
  ) {
    return !/\b(?:to|into) be in /.test(before);
  }
  const previous = named[named.indexOf(span) - 1];
  if (previous === undefined) return false;
  const isListed = /^(?:,|,? or(?: the)?| state or(?: the)?) $/.test(text.slice(previous.end, span.start));
  return isListed && isSource(text, previous, named);
}

/** Ends of one step are states of one thing: of the same enumeration, and the nearest thing named is the same. */
function isSameThing(text: string, from: CodeSpan, to: CodeSpan, states: States): boolean {
  const owners = [...new Set([...states.values()].flatMap((all) => [...all]))];
  if (owners.length === 0) return true;
  const shared = [...(states.get(from.text) ?? [])].filter((one) => states.get(to.text)?.has(one));
  if (shared.length === 0) return false;
  const of = nearestOwner(text, from.start, owners);
  const other = nearestOwner(text, to.start, owners);
  return of === other && (of === null ? shared.length === 1 : shared.includes(of));
}

function nearestOwner(text: string, before: number, owners: readonly string[]): string | null {
  const words = text.slice(0, before).toLowerCase().replace(/`/g, " ");
  const at = owners.map((owner) => ({ owner, index: words.lastIndexOf(owner) }));
  const best = at.filter(({ index }) => index >= 0).sort((a, b) => b.index - a.index)[0];
  return best?.owner ?? null;
}

function eventIn(text: string, spans: readonly CodeSpan[], states: States): string | null {
  const named = spans.filter(
    (span) =>
      !states.has(span.text) &&
      /^\s+(?:`\w+`\s+)?(?:message|event|command|signal|is received|received)\b/.test(
        text.slice(span.end, span.end + 40),
      ),
  );
  return named.length === 1 ? (named[0]?.text ?? null) : null;
}
