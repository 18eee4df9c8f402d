import type { MarkdownPassage } from "../markdown/read/markdown-text.ts";

/** Something that can come about, by the words that a question about it has, and those that any answer to it would have. */
interface Condition {
  readonly asked: RegExp;
  readonly answered: RegExp;
}

/**
 * Of few words each, so that a text without all of them says nothing of it. Most answers are in words of their own, and what
 * else is asked is not known to be open: an error that is displayed may be the answer to anything that can fail.
 */
const conditions: readonly Condition[] = [
  {
    asked:
      /\b(?:concurrent|simultaneous)(?:ly)?\b[^?]{0,300}\b(?:edit|updat|modif|chang|writ|book|assign|sav)\w{0,20}|\b(?:edit|updat|modif|chang|writ|book|assign|sav)\w{0,20}\b[^?]{0,300}\b(?:simultaneously|at the same time)\b/i,
    answered:
      /\bconcurren|simultan|same time|\block(?:s|ed|ing)?\b|optimistic|last[- ]write|single[- ]user|idempot|conflict|atomic|transactional|\brace\b|one at a time/i,
  },
  {
    asked:
      /\b(?:disk|storage|memory)\b[^?]{0,300}\b(?:full|insufficient|exhausted|low)\b|\b(?:insufficient|(?:runs?|running) out of) (?:disk|storage|memory)\b/i,
    answered: /\b(?:disk|quota|evict\w*|memory|space|storage (?:limit|full|quota))\b/i,
  },
  {
    asked:
      /\bpermissions?\b[^?]{0,300}\b(?:denied|denies|revoked|refused|withheld)\b|\bdenies\b[^?]{0,300}\bpermission/i,
    answered: /permission|authori[sz]|denied|denies|refus|access|error|fail/i,
  },
  {
    asked: /\b(?:offline|no (?:internet|network)|without (?:internet|network))\b/i,
    answered: /offline|network|internet|connect|unreach|unavail|error|fail|retr(?:y|ies)/i,
  },
  {
    asked: /\b(?:very|extremely|unusually|too) (?:long|large|big)\b/i,
    answered:
      /\blimit|maxim|up to|at most|exceed|paginat|truncat|large|long|\d[\d,]{0,12} ?(?:char|item|entr|record|row|file|[kmg]b\b|word|line|page)|virtual|scroll|wrap|scal|performan/i,
  },
  {
    asked:
      /\bduplicate (?:names?|titles?|e-?mails?|addresses|entries|records)\b|\bidentical (?:names?|titles?)\b/i,
    answered: /uniqu|duplicat|identical|distinct|already|\bsame\b|exists/i,
  },
  {
    asked: /\b(?:corrupt|malform|damaged)\w*/i,
    answered: /corrupt|malform|invalid|valid|pars(?:e|ing)|unreadable|integrity|damaged|error|fail/i,
  },
];

/** How many do it at once is no answer to what they get. */
const loads =
  /\d[\d,.]{0,12}\+?k? (?:concurrent|simultaneous)\w{0,20}|concurrent (?:users|connections|requests|sessions)/gi;

/** Whether a text may answer a question: no only where it asks about a condition that nothing else in the text speaks of. */
export function spokenOf(passages: readonly MarkdownPassage[]): (question: string) => boolean {
  const said = passages
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ visible }) => (visible.endsWith("?") ? [] : [visible.replace(loads, " ")]));
  const known = new Map<Condition, boolean>();
  return (question) => {
    const asked = conditions.filter((one) => one.asked.test(question));
    for (const one of asked) {
      if (!known.has(one))
        known.set(
          one,
          said.some((sentence) => one.answered.test(sentence)),
        );
    }
    return asked.length === 0 || asked.some((one) => known.get(one) === true);
  };
}
