import type { Literal } from "./literals.ts";
import { saysCircumstance, isAnswered } from "./http-status.ts";
import { messageHole } from "../source/find-message.ts";
import { failureName } from "./failure-words.ts";
/** Words after which a value stands. */
export const valueCue =
  /\b(?:with|codes?|errors?|reason|as|returns?|answers?|becomes?|to|from|is|are|gets?|states?|status|messages?|titles?|values?|texts?|says?|reads|prints?|equals?|either|or|and|default(?:s to)?|currency|named|called|words?)(?:\s{1,9}(?:the|an?|code|message|text|value|string|error|reason)){0,9}[\s:,(]{0,20}$|[,=]\s{0,20}$/i;
const resultCue =
  /\b(?:with|codes?|errors?|reason|returns?|answers?|becomes?|gets?|messages?|titles?|says?|reads|prints?|default(?:s to)?(?: \w{1,40}){0,2}(?: is)?)(?:\s{1,9}(?:the|an?|code|message|text|value|string|error|reason|title)){0,9}[\s:,(]{0,20}$/i;
const formCue =
  /\b(?:form|format|pattern|like|such as|e\.g\.|expression|matche?s?|syntax)\s{0,20}:?\s{0,20}$/i;

/** "A delivery that failed with `timeout` is tried again" says when, not what comes of it. */
const saysWhen =
  /\b(?:that|which|when|if|after|once|where)\b(?:(?!\b(?:is|are|was|were|has|have)\b)[^,;:.]){0,40}\bfail(?:s|ed)?\b[^;:.]{0,60}$/i;

/** A code span: a value where the words before it say so, else a name. */
export function ofCode(text: string, before: string, fails: boolean): Literal | null {
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

/** What a body `{ "error": "no_such_room" }` says of what went wrong, or of a state. */
export function ofBody(text: string, before: string): readonly Literal[] {
  if (!/^\{.*\}$/.test(text)) return [];
  const isResult = /\b(?:answer(?:s|ed)?|return(?:s|ed)?|respon(?:ds?|se)|with|fails?)\b[^.;]{0,200}$/i.test(
    before,
  );
  return [...text.matchAll(/"(?:error|code|reason|status|state|type)"\s{0,9}:\s{0,9}"([\w.-]{3,60})"/g)].map(
    ([, value = ""]) => ({ kind: "string", text: value, values: [], isResult }),
  );
}

/** `Cache-Control: no-store` is a name and its value, which code writes apart. */
const headerField = /^([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+):\s{1,3}([\w ,;=/+*."-]{1,80})$/;

/** Its name and its value, each a literal of its own. */
export function ofHeader(text: string): readonly Literal[] {
  const [, name = "", value = ""] = headerField.exec(text) ?? [];
  if (name === "") return [];
  const number = Number(value);
  return [
    { kind: "name", text: name, values: [], isResult: false },
    Number.isFinite(number)
      ? { kind: "number", text: value, values: [number], isResult: false }
      : { kind: "string", text: value, values: [], isResult: false },
  ];
}
