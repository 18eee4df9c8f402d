/** Something a sentence depends on and does not say: a question that somebody who builds it has to answer. */
export interface Undecided {
  /** What the sentence demands; its first group are the words that are asked about. */
  readonly demands: RegExp;
  /** They may stand before what is demanded, too: `once a user is idle for a long time, …`. */
  readonly anywhere?: true;
  /** What answers all of it in the sentence itself. */
  readonly answeredHere?: RegExp;
  readonly parts: readonly Part[];
}

/** One thing that is to be decided. */
export interface Part {
  /** It follows the quoted words. */
  readonly ask: string;
  /** Words that answer it: in the sentence itself, or in another of the feature about the same. */
  readonly answered: RegExp;
  /** What else answers it, in any words: all that names the thing asked about, or all that says what comes of the same. */
  readonly answeredBy?: "names" | "outcomes";
  /** What answers it wherever the feature says it, of whatever it speaks there. */
  readonly answeredAnywhere?: RegExp;
}

function anyWord(terms: string): RegExp {
  return new RegExp(`\\b(?:${terms})\\b`, "i");
}

const figure = /^(?!.*\bat least\b).*\d/i;
const givenOrSet = new RegExp(`${figure.source}|\\bconfigur`, "i");
const vague = "acceptable|reasonable|appropriate|adequate|sufficient|suitable|proper";
const measures =
  "thresholds?|limits?|timeouts?|intervals?|delays?|periods?|windows?|rates?|quotas?|(?:response|load|loading|query|processing|execution|start-?up) times?|latency|latencies|bounds|variance|tolerances?|margins? of error";
const rights = "permissions?|privileges|roles?|safeguards?|security (?:measures|controls)";
const functionWords =
  "with|without|and|or|to|for|in|on|by|from|of|via|using|through|per|that|which|when|where|is|are|was|were|has|have|must|shall|should|will|can|while|at|as|if|unless|until|because|so|but|than|before|after|between|within|during|across|based";
const noun = `(?!(?:${functionWords})\\b)[a-z-]+`;
/** The words before are a thing, and not what kind of thing the next is: `a proper exchange rate table` has no figure. */
const endsPhrase = `(?=\\s*(?:$|[^\\w\\s-]|(?:${functionWords})\\b))`;
/** `40 requests per minute`, `5/s`. */
const rate =
  /\d[\d,.]{0,12} ?(?:[a-z-]{1,20} ){0,3}(?:\/|per|an?|every|each|in|within|over)(?: (?:\d{1,6}|any|one|the))? ?(?:s|sec|seconds?|m|min|minutes?|h|hr|hours?|days?)\b/i;
/** Whoever uses it does it again, as often as they like. */
const byAPerson =
  /\b(?:allow|let|enabl|able|offer|invit|prompt|ask|option|button)\w{0,3}\b[^.;]{0,80}\b(?:retr(?:y|ies)|reconnect)|\b(?:users?|they) (?:can|may|will|to|must|should)\b[^.;]{0,80}\b(?:retry|reconnect)/i;
/** Somebody else does it, and decides how. */
const retriedElsewhere =
  /\bretr(?:y|ies)\b[^.;]{0,80}\b(?:owned|handled|performed|managed|done|provided|delegated|left) (?:by|to)\b|\b(?:owns?|delegates?)\b[^.;]{0,60}\bretr(?:y|ies)\b/i;
const outcomes = anyWord(
  "shows?|displays?|returns?|logs?|retr(?:y|ies)|falls? back|fallback|continu\\w+|skips?|ignores?|rejects?|hides?|disables?|messages?|warnings?|omits?|null|placeholders?",
);
/** After it a verb has its object, or nothing; `retry options` is a thing. */
const notAThing = "(?! (?:to|and|or|[a-z]+ (?:is|are|relies|rely))\\b)";

/** What comes about of itself is done by nobody. */
const happens = "(?!(?:arise|occur|happen|appear|come|see|encounter|face)s?\\b)";

/**
 * In this order, the first that fits a sentence counts. Each is a thing that has to be known to write the code, and that nobody
 * but the author knows: neither a word that sounds vague, nor what whoever builds it chooses at no cost, such as an error's text,
 * a format or a place in a database.
 */
export const undecided: readonly Undecided[] = [
  {
    demands: anyWord(`((?:${vague})(?: ${noun}){0,2}? (?:${measures}))${endsPhrase}`),
    parts: [
      { ask: "which figure", answered: figure },
      { ask: "what happens beyond it", answered: figure, answeredBy: "outcomes" },
    ],
  },
  {
    demands: anyWord(
      "(?:for|after|within|over|in) ((?:an? )?(?:extended|prolonged|certain|limited|short|brief|reasonable|acceptable) (?:periods?|times?|time-?frames?|durations?|amounts? of time)(?: of (?:inactivity|idleness|time))?)",
    ),
    anywhere: true,
    parts: [{ ask: "how long", answered: givenOrSet }],
  },
  {
    demands: new RegExp(`(?<![\\w-])((?:appropriate|suitable|proper) (?:[a-z]+ )?(?:${rights}))\\b`, "i"),
    answeredHere: new RegExp(`\`|\\((?:e\\.g|i\\.e)\\.|\\bsuch as\\b|(?:${rights}) \\([^()]`),
    parts: [
      {
        ask: "which, exactly",
        answered: /\b(?:exact(?:ly)?|specif(?:y|ies)|namely)\b|`/i,
        answeredBy: "names",
      },
    ],
  },
  {
    demands: anyWord(
      `((?:regularly|periodically|from time to time) ${happens}${notAThing}${noun}(?: [a-z]+){1,3})`,
    ),
    parts: [
      {
        ask: "at which interval",
        answered: anyWord(
          "every (?:few )?(?:\\d+|seconds?|minutes?|hours?|days?|weeks?|months?)|interval of|hourly|daily|nightly|weekly|once an?",
        ),
      },
    ],
  },
  {
    demands:
      /\b(?:must|shall|should|will|then|(?:try|tries|attempts?|has|have|needs?) to|and|automatically) (retry(?= (?:the|it|them|an?|on|once|after|up)\b|[.;]|$)|retries(?= (?:the|it|them|an?|on|after)\b|[.;]|$)|be retried|reconnects?)\b/i,
    answeredHere: byAPerson,
    parts: [
      {
        ask: "how often and after which delays, and what happens when the last attempt fails",
        answered: anyWord("\\d+|once|twice|until|backoff|button"),
        answeredAnywhere: retriedElsewhere,
      },
    ],
  },
  {
    demands: anyWord("(waits? for [^.;,]{3,80}? to (?:complete|finish|end|arrive|respond|settle))"),
    parts: [
      {
        ask: "how long at most, and what happens when that never comes",
        answered: anyWord("timeout|at most|times out|stall\\w*|indefinitely"),
      },
    ],
  },
  {
    demands: anyWord(
      "(?:generates?|creates?|issues?|assigns?|gives?) [^.;]{0,40}?((?:unique|random|opaque) (?:[a-z]+ )?(?:nonce|token|secret))",
    ),
    answeredHere: anyWord("base64\\w*|hash"),
    parts: [
      {
        ask: "made of which characters, with how much randomness",
        answered: anyWord(
          "uuid|ulid|nanoid|hex\\w*|alphanumeric|entropy|crypto\\w*|random bytes|auto-?increment\\w*",
        ),
      },
    ],
  },
  {
    demands: anyWord(
      "(cannot (?:reliably )?(?:identify|detect|determine|recognize)s? [a-z]+(?: [a-z]+){0,3})",
    ),
    answeredHere: anyWord(
      "(?:identif|detect|determin|recogni)\\w*\\b.{0,80}\\b(?:based on|according to|by|using|via|whether|as defined|following|from|per|through|with)",
    ),
    parts: [{ ask: "by which sign or rule", answered: /(?!)/ }],
  },
  {
    demands: anyWord("(concurrent(?:ly)? (?:updates?|edits?|writes?|modifications?|changes))"),
    parts: [
      {
        ask: "which one holds, and what becomes of the other",
        answered: anyWord(
          "first|last|wins|locks?|locking|optimistic|rejec\\w*|conflicts?|atomic\\w*|transactions?|versions?|409|merged?",
        ),
      },
    ],
  },
  {
    demands: anyWord(
      "(?:must|shall|should|will|then) (?:(?!(?:for|when|if|of|about)\\b)[a-z-]+ ){1,3}(rate[- ]limit(?:s|ed|ing)|rate limit(?= (?:on|of|for|to|per)\\b|[.,;]|$))",
    ),
    answeredHere: anyWord("bypass\\w*|exempt\\w*|disabl\\w*|skip\\w*|exclud\\w*|(?:allow|white)-?list\\w*"),
    parts: [
      { ask: "which figure, over which time", answered: givenOrSet, answeredAnywhere: rate },
      { ask: "what is answered beyond it", answered: givenOrSet, answeredBy: "outcomes" },
    ],
  },
  {
    demands: anyWord("((?:[a-z]+ )(?:must|shall|should|will) expires?)"),
    parts: [{ ask: "after how long", answered: givenOrSet }],
  },
  {
    demands: anyWord(
      "(?:issues?|creates?|generates?|returns?) (an? (?:new |secure |valid |signed )?(?:(?:jwt|access|refresh|bearer|auth\\w*|login|sign-in|csrf|api|reset|verification|invit\\w*) token|(?:user|login|sign-in|auth\\w*) session|(?:session|auth\\w*|login) (?:token|cookie)|jwt))",
    ),
    parts: [
      {
        ask: "how long is it valid",
        answered: anyWord(
          "expir\\w*|lifetimes?|ttl|valid for|seconds?|minutes?|hours?|days?|sign(?:s|ed)? out|log(?:s|ged)? out|logout",
        ),
      },
    ],
  },
  {
    demands: anyWord("(?:may include|optionally (?:specify|include|accept|set)) `?([a-z]+_[a-z_]+)"),
    parts: [
      {
        ask: "which value holds where none is given",
        answered: anyWord(
          "defaults?|absent|omitted|otherwise|missing|unset|not (?:set|given|specified|provided)",
        ),
      },
    ],
  },
  {
    demands: anyWord("(best[- ]efforts? to [a-z]+(?: [a-z]+){0,6})"),
    parts: [
      {
        ask: "what is tried, and what holds where it fails",
        answered: anyWord("otherwise|if it fails|on failure"),
      },
    ],
  },
  {
    demands: anyWord(
      "((?:handles?|degrades?|recovers?)(?: [a-z]+){0,5}? gracefully|gracefully (?:handles?|degrades?|recovers?)(?: [a-z]+){0,5})",
    ),
    answeredHere:
      /gracefully[^.;]{0,60}?(?:[:(–—]| - |\b(?:by|with|without|via|so that)\b)|\b(?:rather than|instead of|reports?|showing|logging|returning)\b/i,
    parts: [
      {
        ask: "what is done then, and who is told what",
        answered: outcomes,
        answeredBy: "outcomes",
      },
    ],
  },
  {
    demands: anyWord("(?:handles?|supports?|performs?) ((?:database|data|schema) migrations?)"),
    parts: [
      {
        ask: "what becomes of records in the older form, and of those that cannot be converted",
        answered: anyWord("rollback|backwards?|additive|downgrade|versioned|defaults?"),
      },
    ],
  },
];
