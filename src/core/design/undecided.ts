/** Something a sentence depends on and does not say: a question that somebody who builds it has to answer. */
export interface Undecided {
  /** What the sentence demands; its first group are the words that are asked about. */
  readonly demands: RegExp;
  /** Words that answer it: in the sentence itself, or in another of the feature about the same. */
  readonly answered: RegExp;
  /** What answers it in the sentence itself only. */
  readonly answeredHere?: RegExp;
  /** Any other sentence about what is asked about answers it: the feature knows what that is. */
  readonly isKnownByName?: boolean;
  /** What is to be decided; it follows the quoted words. */
  readonly ask: string;
}

function anyWord(terms: string): RegExp {
  return new RegExp(`\\b(?:${terms})\\b`, "i");
}

const figure = /^(?!.*\bat least\b).*\d/i;
const vague = "acceptable|reasonable|appropriate|adequate|sufficient|suitable|proper";
const measures =
  "thresholds?|limits?|timeouts?|intervals?|delays?|periods?|windows?|durations?|sizes?|amounts?|rates?|quotas?";
const things =
  "errors?(?: messages?| codes?)?|exceptions?|(?:HTTP )?status(?: codes?)?|permissions?|roles?|formats?|encodings?|headers?|order|ordering|safeguards?|measures|controls|checks";
const noun =
  "(?!(?:with|and|or|to|for|in|on|by|from|of|via|using|through|per|that|which|when|is|are|must|shall|while|at|as)\\b)[a-z-]+";
const formats = "json\\w*|csv|ya?ml|pdf|html|markdown|xml|parquet|png|svg|excel|xlsx|protobuf";
const rule =
  "based on|according to|by|using|via|whether|as defined|following|from|per|through|with|if|when|that|instances?";

/**
 * In this order, the first that fits a sentence counts. Each is a thing that has to be known to write the code, not a word that
 * sounds vague: without its answer two implementations would differ.
 */
export const undecided: readonly Undecided[] = [
  {
    demands: anyWord(`((?:${vague})(?: ${noun}){0,2}? (?:${measures}))`),
    answered: figure,
    ask: "which figure, and what happens beyond it?",
  },
  {
    demands: new RegExp(
      `(?<![\\w-])((?:[a-z]+-)?(?:${vague}) (?:[a-z]+ )?(?:${things})(?:(?:, [a-z]+)+,? and [a-z]+(?: [a-z]+s)?)?)\\b`,
      "i",
    ),
    answered: /(?!)/,
    answeredHere: new RegExp(
      `\`|\\b[1-5]\\d\\d\\b|[A-Z][a-z]+(?:Error|Exception)\\b|\\((?:e\\.g|i\\.e)\\.|\\bsuch as\\b|(?:${things}) \\([^()]`,
    ),
    ask: "which, exactly?",
  },
  {
    demands: anyWord("((?:regularly|periodically|from time to time) [a-z-]+(?: [a-z]+){0,3})"),
    answered: anyWord(
      "every (?:few )?(?:\\d+|seconds?|minutes?|hours?|days?|weeks?|months?)|interval of|hourly|daily|nightly|weekly|once an?",
    ),
    ask: "at which interval, and who may change it?",
  },
  {
    demands: anyWord(
      "(?:must|shall|should|will|then|to|and|automatically) (retry|retries|be retried|reconnects?)",
    ),
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
      "(?:generates?|creates?|issues?|assigns?|gives?) [^.;]{0,40}?((?:unique|random|opaque) (?:[a-z]+ )?(?:nonce|identifier|token|key|id))",
    ),
    answered: anyWord(
      "uuid|ulid|nanoid|hex\\w*|alphanumeric|entropy|crypto\\w*|random bytes|auto-?increment\\w*",
    ),
    answeredHere: anyWord("base64\\w*|hash"),
    ask: "made of which characters, with how much randomness?",
  },
  {
    demands: anyWord(
      "((?:cannot (?:reliably )?|automatically |reliably )(?:identify|detect|determine|recognize)s? [a-z]+(?: [a-z]+){0,3}|(?:classif(?:y|ies)|categorizes?|infers?) [a-z]+(?: [a-z]+){0,3})",
    ),
    answered: /(?!)/,
    answeredHere: anyWord(
      `(?:identif|detect|determin|recogni|classif|categori|infer)\\w*\\b.{0,80}\\b(?:${rule})`,
    ),
    ask: "by which sign or rule?",
  },
  {
    demands: anyWord(
      "((?:appl(?:y|ies)|synchronizes?|syncs?|shares?|propagates?|replicates?) [^.;,]{0,60}?across (?:all |multiple |the |different )?(?:[a-z]+ )?(?:tabs|devices|windows|instances|nodes|replicas|processes))",
    ),
    answered: anyWord("immediately|real[- ]time|on reload|wins|\\d+ (?:ms|milliseconds|seconds|s)"),
    ask: "when does a change reach those that are open already, and which wins where two differ?",
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
      "(?:(?:writes?|logs?|outputs?|emits?|generates?|produces?|returns?|provides?|prints?) (?:an? |the )?)(structured (?:[a-z]+ )?(?:logs?|output|reports?|records?))|(?:machine-readable (?:[a-z]+ )?(?:output|form|format|report)|(?<=\\b(?:must|shall|should|will|can|to|and) )exports? (?!default|function|const|class)[a-z]+(?: [a-z]+){0,3})",
    ),
    answered: anyWord(formats),
    ask: "in which format, and where does it go?",
  },
  {
    demands: anyWord(
      "(?:must|shall|should|will|then) (?:(?!not)[a-z]+ )?((?:persist|store|save)s? [a-z][^.;,()]{2,60})",
    ),
    answered: anyWord(
      "storage|databases?|tables?|files?|disk|cookies?|memory|caches?|columns?|collection|bucket|keychain|indexeddb|redis|json|postgres\\w*|sqlite",
    ),
    answeredHere: /`|\b(?:as|in|under|into|to) (?:an?|the)\b/i,
    ask: "where, and in which form?",
  },
  {
    demands: anyWord(
      "(?:must|shall|should|will|then) (?:(?!(?:for|when|if|of|about)\\b)[a-z-]+ ){1,3}(rate[- ]limit(?:s|ed|ing)?)|(?:must|shall|should|will) expires?|(?:session|token)s? expir\\w+",
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
    demands: anyWord(`((?:user-)?(?:configured|configurable)(?: ${noun}){1,3})`),
    answered: /\d|\bdefaults?\b/i,
    answeredHere: /onfigur(?:ed|able) [A-Z]/,
    isKnownByName: true,
    ask: "how is this set, and what holds where nothing is set?",
  },
  {
    demands: anyWord("(best[- ]efforts? to [a-z]+(?: [a-z]+){0,6})"),
    answered: anyWord("otherwise|if it fails|on failure"),
    ask: "what is tried, and what holds where it fails?",
  },
  {
    demands: anyWord(
      "((?:handles?|fails?|degrades?|recovers?|exits?)(?: [a-z]+){0,3} gracefully|gracefully (?:handles?|fails?|degrades?|recovers?|exits?)(?: [a-z]+){0,3})",
    ),
    answered: /(?!)/,
    answeredHere:
      /gracefully[^.;]{0,60}?(?:[:(–—]| - |\b(?:by|with|without|via|so that)\b)|\b(?:rather than|instead of|reports?|shows?|showing|displays?|logs?|logging|returns?|returning|continu\w+|messages?|warnings?)\b/i,
    ask: "what is done then, what is lost, and what is the user or caller told?",
  },
  {
    demands: anyWord("(?:must|shall|will) (optionally [a-z]+(?: [a-z]+){0,4})"),
    answered: anyWord("settings?|options?|flags?|configur\\w*|defaults?|parameters?|chooses?|enabled"),
    ask: "is it done, and who decides that?",
  },
  {
    demands: anyWord(
      "(batch(?:es)? (?:[a-z]+ )?(?:operations|writes|requests|updates|events|inserts|calls))",
    ),
    answered: figure,
    ask: "how many are collected or for how long, and what is lost where it stops before?",
  },
  {
    demands: anyWord("(?:handles?|supports?|performs?) ((?:database|data|schema) migrations?)"),
    answered: anyWord("rollback|backwards?|additive|downgrade|versioned|defaults?"),
    ask: "what becomes of records in the older form, and of those that cannot be converted?",
  },
];
