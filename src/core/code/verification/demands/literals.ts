import { failing, failureName } from "./failure-words.ts";
import { headerField, ofHeader } from "./header-field.ts";
import { messageHole } from "../source/find-message.ts";
import { isAnswered, saysCircumstance } from "./http-status.ts";
import { ofNumber } from "./number-literal.ts";
import { numbersInWords } from "./number-words.ts";
import type { TimeUnit } from "./units.ts";

/**
 * A value or name that an entry fixes. `number`: any of `values` says it (10 seconds are 10 or 10000); `string`: a value
 * that code compares or produces; `name`: what something is to be called.
 */
export interface Literal {
  readonly kind: "number" | "string" | "name";
  /** As the entry writes it, without marks. */
  readonly text: string;
  readonly values: readonly number[];
  /** The same in a larger unit, which counts where the code names the unit: 72 hours are `days=3`. */
  readonly larger?: readonly { readonly value: number; readonly unit: RegExp }[];
  /** The unit that the entry names, where it is one of time. */
  readonly unit?: TimeUnit;
  /** What the product answers with (an error code, a message, a default): a test has to assert it, using it does not do. */
  readonly isResult: boolean;
}

const patterns = {
  code: /`([^`\n]{1,120})`/g,
  quoted: /"([^"\n]{2,160})"|“([^”\n]{2,160})”/g,
  number:
    /(?<![\w.,:#§/-])(-?\d{1,3}(?:[, _]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![\w]|[.,:]\d|\/\d)/g,
};

/** Literals looked for in one demand; the first say what it is about. */
const maxLiterals = 24;

/** Code spans, quoted values and numbers of a passage, in its order; `ids` of entries are none. Linear. */
export function literalsIn(passage: string, ids: ReadonlySet<string>): readonly Literal[] {
  const found: { at: number; literal: Literal }[] = [];
  const fails = failing.test(passage);
  let last: { readonly end: number; readonly literal: Literal | null } = { end: 0, literal: null };
  for (const match of spansIn(passage)) {
    const { 1: span = "" } = match;
    const before = passage.slice(Math.max(0, match.index - 60), match.index);
    const end = match.index + match[0].length;
    const after = passage.slice(end, end + 20);
    // `a`, `b` or `c` is a list of values; in "when it is `closed`, `send` fails" the second is a subject.
    const isSubject = /[,:]$|^$/.test(before.trimEnd()) && /^\s+(?!or\b|and\b)[a-z]/.test(after);
    const read = ofCode(span.trim(), isSubject ? "" : before, fails);
    const isListed = listing.test(passage.slice(last.end, match.index));
    // "returns the `code` of the failure": what the failure holds under that name.
    const isField = /\b(?:the|its|their) $/i.test(before) && /^ of\b/.test(after);
    const isName = isField || (isListed && last.literal?.kind === "name");
    const literal = isName && read?.kind === "string" ? named(read) : read;
    if (literal !== null && !ids.has(literal.text)) found.push({ at: match.index, literal });
    for (const held of [...ofHeader(span), ...ofBody(span, passage.slice(0, match.index))])
      found.push({ at: match.index, literal: held });
    last = { end, literal };
  }
  found.push(...quotedAndNumbers(passage));
  return withoutRepeats(found.sort((a, b) => a.at - b.at).map(({ literal }) => literal)).slice(
    0,
    maxLiterals,
  );
}

const listing = /^\s{0,20}(?:,|,?\s{0,20}(?:and|or))\s{0,20}$/;

/** Code spans, without those of "such as `a` or `b`". */
function spansIn(passage: string): readonly RegExpExecArray[] {
  let sampleEnd = -1;
  return [...passage.matchAll(patterns.code)].filter(({ 0: whole, index }) => {
    const isSample =
      sampleCue.test(passage.slice(Math.max(0, index - 30), index)) ||
      (sampleEnd >= 0 && listing.test(passage.slice(sampleEnd, index)));
    sampleEnd = isSample ? index + whole.length : -1;
    return !isSample || whole.length > 40;
  });
}

/** "10 minutes (`max-age: 600`)" says one time twice. */
function withoutRepeats(literals: readonly Literal[]): readonly Literal[] {
  const isRepeated = ({ kind, values: [value = 0], values, isResult }: Literal): boolean =>
    kind === "number" &&
    values.length === 1 &&
    !isResult &&
    literals.some((other) => other.unit !== undefined && other.values.slice(1).includes(value));
  return literals.filter((literal) => !isRepeated(literal));
}

/** What a body `{ "error": "no_such_room" }` says of what went wrong, or of a state. */
function ofBody(text: string, before: string): readonly Literal[] {
  if (!/^\{.*\}$/.test(text)) return [];
  const isResult = /\b(?:answer(?:s|ed)?|return(?:s|ed)?|respon(?:ds?|se)|with|fails?)\b[^.;]{0,200}$/i.test(
    before,
  );
  return [...text.matchAll(/"(?:error|code|reason|status|state|type)"\s{0,9}:\s{0,9}"([\w.-]{3,60})"/g)].map(
    ([, value = ""]) => ({ kind: "string", text: value, values: [], isResult }),
  );
}

function named({ text }: Literal): Literal {
  return { kind: "name", text, values: [], isResult: false };
}

function quotedAndNumbers(passage: string): { at: number; literal: Literal }[] {
  const found: { at: number; literal: Literal }[] = [];
  const bare = passage.replace(patterns.code, (whole) => "`".repeat(whole.length));
  for (const match of bare.matchAll(patterns.quoted)) {
    const before = bare.slice(Math.max(0, match.index - 60), match.index);
    const text = passage.slice(match.index + 1, match.index + match[0].length - 1);
    if (valueCue.test(before) && !/[`]/.test(text))
      found.push({ at: match.index, literal: { kind: "string", text, values: [], isResult: true } });
  }
  const unquoted = bare.replace(patterns.quoted, (whole) => '"'.repeat(whole.length));
  for (const match of unquoted.matchAll(patterns.number)) {
    const literal = ofNumber(match[1] ?? "", unquoted, match.index, match[0].length);
    if (literal !== null) found.push({ at: match.index, literal });
  }
  for (const { at, text, value } of numbersInWords(unquoted)) {
    const literal = ofNumber(String(value), unquoted, at, text.length);
    if (literal !== null) found.push({ at, literal: { ...literal, text } });
  }
  return found;
}

/** Literals as a sentence names them, the first three. */
export function listedLiterals(literals: readonly Literal[]): string {
  const words = literals
    .slice(0, 3)
    .map(({ kind, text }) => (kind === "string" && text.includes(" ") ? `"${text}"` : `\`${text}\``));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

const valueCue =
  /\b(?:with|codes?|errors?|reason|as|returns?|answers?|becomes?|to|from|is|are|gets?|states?|status|messages?|titles?|values?|texts?|says?|reads|prints?|equals?|either|or|and|default(?:s to)?|currency|named|called|words?)(?:\s{1,9}(?:the|an?|code|message|text|value|string|error|reason)){0,9}[\s:,(]{0,20}$|[,=]\s{0,20}$/i;
const resultCue =
  /\b(?:with|codes?|errors?|reason|returns?|answers?|becomes?|gets?|messages?|titles?|says?|reads|prints?|default(?:s to)?(?: \w{1,40}){0,2}(?: is)?)(?:\s{1,9}(?:the|an?|code|message|text|value|string|error|reason|title)){0,9}[\s:,(]{0,20}$/i;
/** What follows is shown for what it is like. */
const sampleCue = /\b(?:such as|e\.g\.|for example|for instance|as in)[\s:,]{0,20}$/i;
const formCue =
  /\b(?:form|format|pattern|like|such as|e\.g\.|expression|matche?s?|syntax)\s{0,20}:?\s{0,20}$/i;

/** "A delivery that failed with `timeout` is tried again" says when, not what comes of it. */
const saysWhen =
  /\b(?:that|which|when|if|after|once|where)\b(?:(?!\b(?:is|are|was|were|has|have)\b)[^,;:.]){0,40}\bfail(?:s|ed)?\b[^;:.]{0,60}$/i;

/** A code span: a value where the words before it say so, else a name. */
function ofCode(text: string, before: string, fails: boolean): Literal | null {
  const plain = text.endsWith(")") && text.includes("(") ? text.slice(0, text.indexOf("(")) : text;
  if (plain.length < 2 || isForm(text, before)) return null;
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) {
    const isResult =
      (resultCue.test(before) &&
        /code|error|return|answer|default/i.test(before) &&
        !saysCircumstance(before)) ||
      isAnswered(Number(plain), before);
    return { kind: "number", text: plain, values: [Number(plain)], isResult };
  }
  if (isTemplate(text) && valueCue.test(before))
    return { kind: "string", text, values: [], isResult: resultCue.test(before) };
  if (!/^[\w.@#/:+ -]+$/.test(plain) || /[<{]/.test(plain)) return null;
  if (text === plain && isRaised(plain, before))
    return { kind: "string", text: plain, values: [], isResult: true };
  return text === plain
    ? ofWord(plain, before, fails)
    : { kind: "name", text: plain, values: [], isResult: false };
}

/** `1.0.0-rc.1` and `2 tbsp 1 tsp` are what goes in or comes out, and no name of anything. */
function isDatum(text: string, before: string): boolean {
  const isForm = /^[a-z](?:[.:/-][a-z]){1,5}$/i.test(text);
  return isForm || (/^\d/.test(text) && /[A-Za-z]|\d\.\d{1,9}\./.test(text) && !valueCue.test(before));
}

/** What only shows how something is written, or is read by its parts. */
function isForm(text: string, before: string): boolean {
  return formCue.test(before) || headerField.test(text) || isDatum(text, before);
}

/** A message with holes: words around names in braces. */
function isTemplate(text: string): boolean {
  const words = text.replace(messageHole, " ");
  return words !== text && /[a-z]{3}\W+[a-z]{2}/i.test(words) && /^[\w\s.,:;!'/()-]+$/.test(words);
}

/** A word in a code span: a value where the words before it say so. */
function ofWord(plain: string, before: string, fails: boolean): Literal {
  const isConcept = plain.includes(" ") && !/\b(?:message|text|title)s?\b[^`]{0,60}$/i.test(before);
  if (isConcept || !valueCue.test(before)) return { kind: "name", text: plain, values: [], isResult: false };
  const isWhen = saysWhen.test(before);
  const isResult =
    !isWhen && (resultCue.test(before) || (fails && /(?:\bor|,|\band)$/.test(before.trimEnd())));
  return { kind: "string", text: plain, values: [], isResult };
}

/** A failure's type, or a member of one, behind a word that says that it is raised. */
function isRaised(name: string, before: string): boolean {
  const isThrown = /\b(?:throws?|raises?)(?:\s{1,9}(?:the|an?|new)){0,2}\s{0,9}$/i.test(before);
  return (
    (isThrown && /^[A-Z][a-z]+[A-Z]\w*$/.test(name)) ||
    (failureName.test(name.replace(/(?:\.|::)\w+$/, "")) &&
      /\b(?:throws?|thrown|raises?|raised|fails? with|rejects? with|returns?)(?:\s{1,9}(?:the|an?|new)){0,2}\s{0,9}$/i.test(
        before,
      ))
  );
}
