import { isElse, isModifier } from "../lexicon/kind-of-another.ts";

const forbids = /\b(?:must|shall|should|may|can|do|does|will)\s+not\b|\bcannot\b|\bnever\b|\bwithout\b/i;

/** Whether all that is said of these words is that it must not be: what is forbidden leaves nothing to decide. */
function isForbidden(phrase: string, sentence: string): boolean {
  const clause = sentence.split(/[.;]\s|,\s+(?:and|but)\s/).find((part) => part.includes(phrase));
  return clause !== undefined && forbids.test(clause.slice(0, clause.indexOf(phrase)));
}

const demands = /\b(?:must|shall|should|will|may|then)\b/i;

/** Whether a sentence of an entry only tells why, or sets the scene, where others say what is to be built. */
export function isNoDemand(sentence: string, text: string): boolean {
  if (/^\W{0,4}(?:why\b[^.:]{0,40}:|as (?:an?|the) [^,.]{1,80},? i want\b)/i.test(sentence)) return true;
  return !demands.test(sentence) && (demands.test(text) || /^\W{0,4}(?:given|when)\b/i.test(sentence));
}

/** Whether words stand in a scenario before its outcome. */
function isOfTheScene(phrase: string, sentence: string): boolean {
  if (!/^\W{0,4}(?:given|when)\b/i.test(sentence)) return false;
  const outcome = sentence.search(/\bthen\b/i);
  return outcome >= 0 && !sentence.slice(outcome).includes(phrase);
}

/** Whether the sentence itself lists what it calls so: `Categories: jam, workshop, class`. */
function isListed(phrase: string, sentence: string): boolean {
  const rest = sentence.slice(sentence.indexOf(phrase) + phrase.length);
  return /^(?: \([^()]{1,40}\))?:(?: [^,;:]{1,40},){2,}/.test(rest);
}

/** Whether a question about these words of a sentence asks about something else than the sentence says. */
export function isBesideThePoint(phrase: string, sentence: string): boolean {
  if (phrase === "") return false;
  if ([isForbidden, isOfTheScene, isListed].some((is) => is(phrase, sentence))) return true;
  const bare = phrase.replace(/^(?:the|in|a|an) /i, "");
  for (let at = sentence.indexOf(bare); at >= 0; at = sentence.indexOf(bare, at + 1)) {
    const end = at + bare.length;
    if (isElse(sentence, at, end) || isModifier(sentence, at, end)) return true;
  }
  return false;
}
