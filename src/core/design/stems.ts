const grammar =
  /^(?:must|shall|should|will|then|that|this|with|from|into|when|where|each|they|them|have|user|users|system|configur\w*|appropriate|acceptable|suitable|during|after|before|while|than|only|such|also|which|what|happen\w*|occur\w*|does|handle\w*|include\w*|support\w*|provide\w*|graceful\w*|degrad\w*)$/;

/** Words by their first letters, so that `retry` and `retries` are one; without those that every sentence has. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return new Set(
    words.filter((word) => !grammar.test(word)).map((word) => word.slice(0, 5).replace(/y$/, "i")),
  );
}

/** So short that `edit` and `edits` are one. */
export function rootsOf(text: string): ReadonlySet<string> {
  return new Set([...stemsOf(text)].map((stem) => stem.slice(0, 4)));
}
