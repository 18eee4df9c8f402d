/** What follows a word makes another thing of it: a background colour runs nothing, a performance test has no bound. */
const compounds =
  /^(?:background (?:colou?rs?|images?|music)|performance (?:tests?|test \w+|assertions?|reports?|metrics?|data)|memory (?:artifacts?|notes?|files?)|logging in [A-Z]\w+)/i;

/** An activity that is told when to begin has its rule. */
const triggered =
  /^automatically,? (?:[a-z]+ ){0,2}(?:every|after|when|whenever|if|once|on|at|within|as soon as|by)\b/i;

/** What is shown, recorded or sent is asked for as a figure to look at, not as a bound. */
const shows =
  /\b(?:shows?|displays?|reports?|lists?|logs?|records?|tracks?|publish(?:es)?|exports?|collects?|includes?)\b[^.;:]{0,120}$/i;
const figures = /^(?:throughput|memory usage|latency|response times?|cpu|load|execution times?)$/i;

/** Words of grammar, and verbs that are said of things: none is a noun that another noun could stand before. */
const closed =
  "a|an|the|and|or|nor|but|if|when|while|until|unless|once|after|before|since|as|so|than|then|that|which|who|whose|where|how|why|what|it|its|they|their|them|this|these|those|there|here|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|not|no|only|also|never|always|of|in|on|at|to|from|by|with|without|within|into|onto|over|under|between|across|through|during|for|per|via|about|against|using|based|all|any|each|every|both|some|more|most|other|either|including|such|like|e|i|out|up|off|down|via|due|because|even|just|again|back|yet|still|too|first|last|gets|goes|runs|grows|starts|stops|ends|holds|keeps|needs|takes|becomes|comes|shows|opens|works|fails|happens|remains|stays|contains|provides|supports|includes|returns|uses|allows|lists|drops|sends|reads|writes";
const noun = `(?!(?:${closed})\\b)(?![a-z]+(?:ly|ing)\\b)[a-z][a-z-]{2,}`;
const object = "(?:the|an?|its|their|all|any|each|every|both|no|only|it|them|that|to|when|if|after|before)";
/** One space and a noun: a word that an object follows is a verb. */
const beforeNoun = new RegExp(`^ ${noun}(?![a-z-])(?! +${object}\\b)`, "i");

/** Nouns that beside another noun say what kind it is, and participles that say which. */
const modifiers =
  /^(?:queue|workflow|pipeline|lifecycle|transaction|resume|retry|cancel|search|dashboard|panel|sidebar|editor|history|notification|framework|contract|metadata|browser|platform|device|storage|thread|cache|algorithm|hash|memory|performance|real-?time|login|log-in|sign-up|password|credential|authentication|[a-z]{3,}ed)$/i;

/** Whether the words at a place are part of another thing, a figure that is shown, or an activity that is told when to begin. */
export function isElse(sentence: string, from: number, to: number): boolean {
  const rest = sentence.slice(from);
  if (compounds.test(rest) || triggered.test(rest)) return true;
  return figures.test(sentence.slice(from, to)) && shows.test(sentence.slice(0, from));
}

/** `the pipeline runs`: one thing and what it does, where `pipeline runs` alone may be a noun. */
const subject = /\b(?:the|an?|each|every|this|that) $/i;
const verb = /^ [a-z-]+s\b/i;

/** Whether words are one of these nouns. */
export function isThing(words: string): boolean {
  return modifiers.test(words) && !/ed$/i.test(words);
}

/** Whether a word at a place only says what kind of thing the next word is: `a search box`, `resume failures`. */
export function isModifier(sentence: string, from: number, to: number): boolean {
  const [before, after] = [sentence.slice(0, from), sentence.slice(to)];
  if (!modifiers.test(sentence.slice(from, to)) || !beforeNoun.test(after)) return false;
  if (subject.test(before) && verb.test(after)) return false;
  return !/\b(?:is|are|be|been|was|were|to|must|shall|should|may|can|cannot|will|would|could|not|and|or|then|they|it|users?|clients?) +$/i.test(
    before,
  );
}

const said = new RegExp(`(?: ${noun}){1,2}`, "i");
const behind = new RegExp(`^${said.source}(?![a-z-])`, "i");
const before = new RegExp(`(?<![a-z-])(?:${noun} )$`, "i");
const adverb = /ly$/i;

/** The place of words together with those of which they are said: `appropriate delays`, `locking mechanism`. */
export function phraseAround(
  sentence: string,
  from: number,
  to: number,
  side: "before" | "behind",
): readonly [from: number, to: number] {
  if (side === "before")
    return [from - (before.exec(sentence.slice(Math.max(0, from - 40), from))?.[0].length ?? 0), to];
  if (adverb.test(sentence.slice(from, to))) return [from, to];
  return [from, to + (behind.exec(sentence.slice(to, to + 80))?.[0].length ?? 0)];
}
