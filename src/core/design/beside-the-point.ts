const demands = /\b(?:must|shall|should|will|may|then)\b/i;

/** Stories tell in full sentences whom something is for; the text of a rule goes on with the rule. */
const isStory = /\b(?:i want|wants? to|why this|user story|given)\b/i;

/** What a story says in general, its own scenarios say case by case. */
const hasScenarios = /^\W{0,4}given\b[^\n]{1,600}\bthen\b/im;
const isStep = /^\W{0,4}(?:given|when|then|and)\b/i;

/** Whether a sentence of an entry only tells why, or sets the scene, where others say what is to be built. */
export function isNoDemand(sentence: string, text: string): boolean {
  if (/^\W{0,4}(?:why\b[^.:]{0,40}:|as (?:an?|the) [^,.]{1,80},? i want\b)/i.test(sentence)) return true;
  if (/^\W{0,4}(?:given|when|if|where|while)\b/i.test(sentence)) return !demands.test(sentence);
  if (hasScenarios.test(text) && !isStep.test(sentence)) return true;
  return isStory.test(text) && !demands.test(sentence) && demands.test(text);
}
