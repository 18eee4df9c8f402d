/** Words by which a name says that its value is a secret. */
const named =
  /secret|token|passw(?:or)?d|pass[_-]?(?:phrase|code|key)|(?<![a-z])(?:pass|pwd)(?![a-z])|credential|(?:api|access|account|auth|client|encryption|master|private|session|shared|signing)[_-]?key|bearer/i;
const namedWithin = /[a-z](?:Pass|Pwd)(?![a-z])/;
const wholly = /["'`]([A-Za-z0-9+/_=-]{24,200})["'`]/g;
const literals = /(["'`])((?:(?!\1)[^\\]|\\.){24,400})\1/g;

/**
 * Whether a line names a secret and has a random-looking literal that `given`, the spec, does not hold. Of a literal with other
 * signs than keys are made of, the parts between them count, and the whole where it has no blank.
 */
export function hasRandomLiteral(line: string, given: string): boolean {
  if (!named.test(line) && !namedWithin.test(line)) return false;
  const isOwn = (text: string): boolean => !isMadeUp(text) && !isGiven(text, given);
  for (const [, text = ""] of line.matchAll(wholly)) if (isVaried(text) && isOwn(text)) return true;
  return [...line.matchAll(literals)]
    .flatMap(([, , text = ""]) => [...new Set([text, text.replaceAll("\\", "")])])
    .flatMap((text) => [
      ...(text.match(/[A-Za-z0-9+/_-]{24,200}={0,2}/g) ?? []),
      ...(/^[^\s\\]{24,200}$/.test(text) ? [text] : []),
    ])
    .some((text) => isVaried(text) && isMixed(text) && isOwn(text));
}

function isGiven(text: string, given: string): boolean {
  return given.includes(text) || given.replaceAll("\\", "").includes(text);
}

/** A text of so many characters may be a secret. */
export const leastRandom = 24;

/** What people write for an example: for the most part digits or letters in their order, or names of words; or what is cut short. */
export function isMadeUp(literal: string): boolean {
  const parts = literal.split(/\.{3,}/);
  if (
    parts.some((part) => part.length >= leastRandom && isVaried(part) && !isOfWords(part) && !isInOrder(part))
  )
    return false;
  return parts.length > 1 || isInOrder(literal) || isOfWords(literal);
}

function isInOrder(literal: string): boolean {
  return isLeft(withoutRuns(literal), literal);
}

function isOfWords(literal: string): boolean {
  const parts = literal.split(/[^A-Za-z0-9]/);
  const rest = parts.filter((part) => !/^[A-Z]?[a-z]{2,20}$|^[A-Z]{2,20}$/.test(part));
  return parts.length - rest.length >= 3 && isLeft(rest.join(""), literal);
}

/** Whether what is left of a literal without what is made up is too little for a secret. */
function isLeft(rest: string, literal: string): boolean {
  return rest.length < leastRandom && rest.length * 2 <= literal.length;
}

/** Without digits and letters that stand in their order, six and more. */
function withoutRuns(literal: string): string {
  let [kept, run] = ["", ""];
  for (const sign of `${literal} `) {
    if (run !== "" && follows(run.slice(-1), sign)) run += sign;
    else {
      kept += run.length < 6 ? run : "";
      run = sign;
    }
  }
  return kept;
}

function follows(one: string, next: string): boolean {
  const [before, after] = [one.toLowerCase(), next.toLowerCase()];
  return /^(?:9[0a])$/.test(before + after) || after.charCodeAt(0) === before.charCodeAt(0) + 1;
}

/** Whether a text is of a key rather than of words: with digits, of many characters, and not made up. */
export function isOfKey(text: string): boolean {
  return isVaried(text) && isMixed(text) && !isMadeUp(text);
}

function isVaried(text: string): boolean {
  return /[0-9]/.test(text) && entropy(text) >= 3.6;
}

/** Letters and digits for the most part, and no words: capitals, small letters and digits take turns. */
function isMixed(text: string): boolean {
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g) ?? [];
  const length = words.join("").length;
  return length >= text.length * 0.7 && length < words.length * 3;
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
