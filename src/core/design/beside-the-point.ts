/** What follows a word makes another thing of it: a background colour runs nothing, a performance test has no bound. */
const compounds =
  /^(?:background (?:colou?rs?|images?|music)|performance (?:tests?|test \w+|assertions?|reports?|metrics?|data)|memory (?:artifacts?|notes?|files?)|logging in [A-Z]\w+)/i;

/** What is shown, recorded or sent is asked for as a figure to look at, not as a bound. */
const shows =
  /\b(?:shows?|displays?|reports?|lists?|logs?|records?|tracks?|publish(?:es)?|exports?|collects?|includes?)\b[^.;:]{0,120}$/i;
const figures = /^(?:throughput|memory usage|latency|response times?|cpu|load|execution times?)$/i;

const forbids = /\b(?:must|shall|should|may|can|do|does|will)\s+not\b|\bcannot\b|\bnever\b|\bwithout\b/i;

/** Whether all that is said of these words is that it must not be: what is forbidden leaves nothing to decide. */
function isForbidden(phrase: string, sentence: string): boolean {
  const clause = sentence.split(/[.;]\s|,\s+(?:and|but)\s/).find((part) => part.includes(phrase));
  return clause !== undefined && forbids.test(clause.slice(0, clause.indexOf(phrase)));
}

/** Whether a question about these words of a sentence asks about something else than the sentence says. */
export function isBesideThePoint(phrase: string, sentence: string): boolean {
  if (phrase !== "" && isForbidden(phrase, sentence)) return true;
  const bare = phrase.replace(/^(?:the|in|a|an) /i, "");
  for (let at = sentence.indexOf(bare); bare !== "" && at >= 0; at = sentence.indexOf(bare, at + 1)) {
    if (compounds.test(sentence.slice(at))) return true;
    if (figures.test(bare) && shows.test(sentence.slice(0, at))) return true;
  }
  return false;
}
