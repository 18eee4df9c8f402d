/** Something a sentence depends on and does not say: a question that somebody who builds it has to answer. */
export interface Undecided {
  /** What the sentence demands; its first group are the words that are asked about. */
  readonly demands: RegExp;
  /** Words that answer it: in the sentence itself, or in another of the feature about the same. */
  readonly answered: RegExp;
  /** What answers it in the sentence itself only. */
  readonly answeredHere?: RegExp;
  /** What is to be decided; it follows the quoted words. */
  readonly ask: string;
}

function anyWord(terms: string): RegExp {
  return new RegExp(`\\b(?:${terms})\\b`, "i");
}

const figure = /^(?!.*\bat least\b).*\d/i;
const vague = "acceptable|reasonable|appropriate|adequate|sufficient|suitable|proper";
const measures = "thresholds?|limits?|timeouts?|intervals?|delays?|periods?|windows?|rates?|quotas?";
const rights = "permissions?|privileges|roles?|safeguards?|security (?:measures|controls)";
const noun =
  "(?!(?:with|and|or|to|for|in|on|by|from|of|via|using|through|per|that|which|when|is|are|must|shall|while|at|as)\\b)[a-z-]+";
/** After it a verb has its object, or nothing; `retry options` is a thing. */
const notAThing = "(?! (?:to|and|or|[a-z]+ (?:is|are|relies|rely))\\b)";

/**
 * In this order, the first that fits a sentence counts. Each is a thing that has to be known to write the code, and that nobody
 * but the author knows: neither a word that sounds vague, nor what whoever builds it chooses at no cost, such as an error's text,
 * a format or a place in a database.
 */
export const undecided: readonly Undecided[] = [
  {
    demands: anyWord(`((?:${vague})(?: ${noun}){0,2}? (?:${measures}))`),
    answered: figure,
    ask: "which figure, and what happens beyond it?",
  },
  {
    demands: new RegExp(`(?<![\\w-])((?:appropriate|suitable|proper) (?:[a-z]+ )?(?:${rights}))\\b`, "i"),
    answered: /\b(?:exact(?:ly)?|specif(?:y|ies)|namely)\b|`/i,
    answeredHere: new RegExp(`\`|\\((?:e\\.g|i\\.e)\\.|\\bsuch as\\b|(?:${rights}) \\([^()]`),
    ask: "which, exactly?",
  },
  {
    demands: anyWord(`((?:regularly|periodically|from time to time) ${notAThing}${noun}(?: [a-z]+){1,3})`),
    answered: anyWord(
      "every (?:few )?(?:\\d+|seconds?|minutes?|hours?|days?|weeks?|months?)|interval of|hourly|daily|nightly|weekly|once an?",
    ),
    ask: "at which interval, and who may change it?",
  },
  {
    demands:
      /\b(?:must|shall|should|will|then|to|and|automatically) (retry(?= (?:the|it|them|an?|on|once|after|up)\b|[.,;]|$)|retries(?= (?:the|it|them|an?|on|after)\b|[.,;]|$)|be retried|reconnects?)\b/i,
    answered: anyWord("\\d+|once|twice|until|backoff|button"),
    ask: "how often and after which delays, and what happens when the last attempt fails?",
  },
  {
    demands: anyWord("(waits? for [^.;,]{3,80}? to (?:complete|finish|end|arrive|respond|settle))"),
    answered: anyWord("timeout|at most|times out|stall\\w*|indefinitely"),
    ask: "how long at most, and what happens when that never comes?",
  },
  {
    demands: anyWord(
      "(?:generates?|creates?|issues?|assigns?|gives?) [^.;]{0,40}?((?:unique|random|opaque) (?:[a-z]+ )?(?:nonce|token|secret))",
    ),
    answered: anyWord(
      "uuid|ulid|nanoid|hex\\w*|alphanumeric|entropy|crypto\\w*|random bytes|auto-?increment\\w*",
    ),
    answeredHere: anyWord("base64\\w*|hash"),
    ask: "made of which characters, with how much randomness?",
  },
  {
    demands: anyWord(
      "(cannot (?:reliably )?(?:identify|detect|determine|recognize)s? [a-z]+(?: [a-z]+){0,3})",
    ),
    answered: /(?!)/,
    answeredHere: anyWord(
      "(?:identif|detect|determin|recogni)\\w*\\b.{0,80}\\b(?:based on|according to|by|using|via|whether|as defined|following|from|per|through|with)",
    ),
    ask: "by which sign or rule?",
  },
  {
    demands: anyWord("(concurrent(?:ly)? (?:updates?|edits?|writes?|modifications?|changes))"),
    answered: anyWord(
      "first|last|wins|locks?|locking|optimistic|rejec\\w*|conflicts?|atomic\\w*|transactions?|versions?|409|merged?",
    ),
    ask: "which one holds, and what does the other caller get?",
  },
  {
    demands: anyWord(
      "(?:must|shall|should|will|then) (?:(?!(?:for|when|if|of|about)\\b)[a-z-]+ ){1,3}(rate[- ]limit(?:s|ed|ing)|rate limit(?= (?:on|of|for|to|per)\\b|[.,;]|$))|(?:must|shall|should|will) expires?",
    ),
    answered: figure,
    ask: "which figure, over which time, and what does the caller get beyond it?",
  },
  {
    demands: anyWord(
      "(?:issues?|creates?|generates?|returns?) (an? (?:[a-z]+ ){0,2}(?:token|session|cookie))",
    ),
    answered: anyWord(
      "expir\\w*|lifetimes?|ttl|valid for|seconds?|minutes?|hours?|days?|sign(?:s|ed)? out|log(?:s|ged)? out|logout",
    ),
    ask: "how long does it hold, and what ends it before?",
  },
  {
    demands: anyWord("(?:may include|optionally (?:specify|include|accept|set)) `?([a-z]+_[a-z_]+)"),
    answered: anyWord(
      "defaults?|absent|omitted|otherwise|missing|unset|not (?:set|given|specified|provided)",
    ),
    ask: "which value holds where none is given?",
  },
  {
    demands: anyWord("(best[- ]efforts? to [a-z]+(?: [a-z]+){0,6})"),
    answered: anyWord("otherwise|if it fails|on failure"),
    ask: "what is tried, and what holds where it fails?",
  },
  {
    demands: anyWord(
      "((?:handles?|degrades?|recovers?)(?: [a-z]+){0,5}? gracefully|gracefully (?:handles?|degrades?|recovers?)(?: [a-z]+){0,5})",
    ),
    answered: anyWord(
      "shows?|displays?|returns?|logs?|retr(?:y|ies)|falls? back|fallback|continu\\w+|skips?|ignores?|rejects?|hides?|disables?|messages?|warnings?|omits?|null|placeholders?",
    ),
    answeredHere:
      /gracefully[^.;]{0,60}?(?:[:(–—]| - |\b(?:by|with|without|via|so that)\b)|\b(?:rather than|instead of|reports?|showing|logging|returning)\b/i,
    ask: "what is done then, what is lost, and what is the user or caller told?",
  },
  {
    demands: anyWord("(?:handles?|supports?|performs?) ((?:database|data|schema) migrations?)"),
    answered: anyWord("rollback|backwards?|additive|downgrade|versioned|defaults?"),
    ask: "what becomes of records in the older form, and of those that cannot be converted?",
  },
];
