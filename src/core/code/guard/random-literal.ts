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
  const isOwn = (text: string): boolean => !isMadeUp(text) && !given.includes(text);
  for (const [, text = ""] of line.matchAll(wholly)) if (isVaried(text) && isOwn(text)) return true;
  return [...line.matchAll(literals)]
    .flatMap(([, , text = ""]) => [
      ...(text.match(/[A-Za-z0-9+/_-]{24,200}={0,2}/g) ?? []),
      ...(/^[^\s\\]{24,200}$/.test(text) ? [text] : []),
    ])
    .some((text) => isVaried(text) && isMixed(text) && isOwn(text));
}

/** What people write for an example: digits or letters in their order, what is cut short, or a name of words. */
export function isMadeUp(literal: string): boolean {
  if (/0123456789|1234567890|abcdefghij|\.{3}/i.test(literal)) return true;
  const words = literal.split(/[-_]/).filter((part) => /^[A-Z]?[a-z]{2,20}$|^[A-Z]{2,20}$/.test(part));
  return words.length >= 3 && words.join("").length * 2 > literal.length;
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
