/** Under a condition, or both, as where both are supported: that is decided; so is what somebody else than the builder chooses. */
const isDecided =
  /\b(?:if|when|depending|whether|based on|not|both|(?:support|allow|accept|enable|permit|offer)(?:s|ing)?)\b/i;
const isOfOthers = /\b(?:users?|admins?|members?|callers?|customers?|operators?|players?)\b/i;

const way = "([^,.;()]{2,80}?)";
const either = new RegExp(
  `^\\w+ either (?!be\\b|have\\b|contain\\b|match\\b|accept\\b|support\\b)${way},? or ([^,.;]{2,80})`,
  "i",
);
const means = new RegExp(`\\b(?:use|using|via) (?:either )?${way} or ([^,.;()]{2,80})`, "i");
/** Where things come from or go to is a choice of means where both have names. */
const place =
  /\b(?:from|in|to|through) (?:either )?([A-Z][^,.;()]{1,80}?) or ((?:(?:the|an?) )?[A-Z][^,.;()]{1,80})/;

/** The two ways that a demand leaves to its builder, without a rule for choosing; none where it leaves none. */
export function waysNamed(sentence: string): readonly string[] {
  const from = sentence.search(/\b(?:must|shall|should|will|may)\b/i);
  const demand =
    from < 0
      ? ""
      : sentence
          .slice(from)
          .replace(/[*_]{2}/g, "")
          .replace(/\s+/g, " ");
  const match = either.exec(demand) ?? means.exec(demand) ?? place.exec(demand);
  if (match === null || isDecided.test(demand) || isOfOthers.test(sentence)) return [];
  const [, one = "", other = ""] = match;
  return [
    one.replace(/^.*\b(?:such as|like) /i, ""),
    other.split(/ (?:to|for|so that|in order to|as) /i, 1)[0] ?? "",
  ].map((name) => name.trim());
}
