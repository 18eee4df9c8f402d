/** `accepted`: merged. `stale`: an entry's text is another than it was made from. `superseded`: a newer one took its place. */
export type DesignState = "draft" | "accepted" | "stale" | "superseded";

/** The document with another state in its front matter; as it is when it has none. The rest stays byte for byte. */
export function withState(text: string, state: DesignState): string {
  const end = text.indexOf("\n---\n", 4);
  if (!text.startsWith("---\n") || end < 0) return text;
  const head = text.slice(0, end).replace(/^status: \w+$/m, `status: ${state}`);
  return head + text.slice(end);
}
