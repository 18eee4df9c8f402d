/** Under a condition, or both: that is decided; so is what somebody else than the builder does. */
const isDecided =
  /\b(?:if|when|whenever|unless|until|depending|whether|based on|not|never|no|without|both)\b/i;
const isOfOthers = /\b(?:users?|admins?|members?|callers?|customers?|operators?|players?|clients?)\b/i;

const modal = /\b(?:must|shall|should|will)\s+/i;

/** The words that a feature uses as verbs: those that follow its demands. */
export function verbsOf(said: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(
    said.flatMap(({ text }) =>
      [...text.matchAll(/\b(?:must|shall|should|will|can|may)\s+(?:not\s+)?([a-z]+)/gi)].map((match) =>
        (match[1] ?? "").toLowerCase(),
      ),
    ),
  );
}

/** `SHALL preserve the name or use an identifier`: two things to do, each with its own object; none where a text leaves no such choice. */
export function behavioursNamed(sentence: string, verbs: ReadonlySet<string>): readonly string[] {
  const from = modal.exec(sentence);
  if (from === null || isOfOthers.test(sentence) || isDecided.test(sentence)) return [];
  const demand = sentence.slice(from.index + from[0].length).split(/[.;]/, 1)[0] ?? "";
  for (const match of demand.matchAll(/,? or ([a-z]+) /gi)) {
    const one = demand
      .slice(0, match.index)
      .replace(/^either /, "")
      .trim();
    const other = demand
      .slice(match.index)
      .replace(/^,? or /, "")
      .trim();
    if (verbs.has((match[1] ?? "").toLowerCase()) && hasObject(one) && hasObject(other)) return [one, other];
  }
  return [];
}

/** A verb and what it is done to, in few words; what something may be is a state. */
function hasObject(behaviour: string): boolean {
  const words = behaviour.split(/\s+/).length;
  return (
    words > 2 && words < 14 && !behaviour.includes(",") && !/^(?:be|have|contain|remain)\b/i.test(behaviour)
  );
}
