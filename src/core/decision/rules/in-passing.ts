/** The clause that says when a demand holds, up to a comma or the demand itself. */
const condition =
  /(?:^|[\s,(*])(?:when|whenever|if|while|where|unless|until|once|given|after|before|during|as soon as)\b(?:(?!\b(?:must|shall|should|will|then|may)\b)[^,.;:]){0,200}$/;

/** Why something is demanded. */
const purpose =
  /(?:(?<!\b(?:needs?|has|have|able|want|wants|like|required|supposed|expected|continue|continues|and|or|must|shall|should|will)) to (?:enable|allow|ensure|support|avoid|prevent|facilitate|improve|permit|help|keep|make|reduce|maximi[sz]e|minimi[sz]e)\b|\b(?:in order to|so that|because)\b)[^.;:]{0,200}$/;

const forbidden =
  /\b(?:(?:must|shall|should|may|can|do|does|will) not|cannot|never)\b(?:(?!\b(?:but|unless|only|and (?:must|shall|should))\b)[^.;:]){0,160}$/;

/**
 * Whether words at a place only say when, why or what not: the demand is about something else. A goal for speed or memory is one
 * also where it says why.
 */
export function isInPassing(sentence: string, from: number, isGoal: boolean): boolean {
  const before = sentence.slice(Math.max(0, from - 400), from);
  return (
    inParentheses(before) ||
    condition.test(before) ||
    (!isGoal && purpose.test(before)) ||
    forbidden.test(before)
  );
}

function inParentheses(before: string): boolean {
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

const unit =
  "(?:%|percent|ms|milliseconds?|s|sec|seconds?|minutes?|hours?|days?|weeks?|[kmg]i?b|bytes?|times|attempts|retries|characters|items|entries|rows|requests|px|fps)";
const measure = new RegExp(`\\d[\\d.,]{0,9}[- ]?${unit}(?![a-z0-9])`);
const named = /^[^.;:()]{0,60}(?::(?!\/)|\((?!e\.?g\b|for example|such as|etc)[^()]{3,400}\))/;
const enumerated =
  /^(?: [a-z-]{1,30}){0,3} (?:for|of|with|by|including|containing|indicating|listing|stating|from|in) [^.;:]{1,120}?, [^.;:]{1,160}\b(?:and|or) /;
const told =
  /^(?: [a-z-]{1,30}){0,4} (?:by|according to|based on|in order of|using|via|indicating|stating|listing|following) /;

/** Whether the same sentence goes on to say what words at a place stand for: a figure, a list, a definition, a rule. */
export function isSettled(sentence: string, to: number): boolean {
  const label = sentence.indexOf(":");
  if (label >= to && isLabel(sentence.slice(0, label))) return false;
  const after = sentence.slice(to, to + 400);
  return (
    measure.test(after.split(/[.;,]/, 1)[0] ?? "") ||
    named.test(after) ||
    enumerated.test(after) ||
    told.test(after)
  );
}

/** `- **Shared cache**: …` is a title, and what follows is its text. */
function isLabel(before: string): boolean {
  return (
    before.trim().split(/\s+/).length <= 7 && !/\b(?:must|shall|should|will|is|are|has|have)\b/.test(before)
  );
}

/** `must be able to export`: the demand is to export. */
export function isGrammar(text: string, from: number, to: number): boolean {
  return (
    /^be .* to$/.test(text.slice(from, to)) && /\b(?:must|shall|should|can|will) +$/.test(text.slice(0, from))
  );
}
