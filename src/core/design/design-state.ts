/** `accepted`: merged. `stale`: an entry's text is another than it was made from. `superseded`: a newer one took its place. */
type DesignState = "draft" | "accepted" | "stale" | "superseded";

/** Entry ID → fingerprint of its text now, or null where the specification does not change it any more. */
export type ChangedEntries = ReadonlyMap<string, string | null>;

/**
 * The document with another state in its front matter, and there beside each entry that changed what it is `now`; as it is
 * when it has no front matter. The rest stays byte for byte.
 */
export function withState(text: string, state: DesignState, changed: ChangedEntries = new Map()): string {
  const end = text.indexOf("\n---\n", 4);
  if (!text.startsWith("---\n") || end < 0) return text;
  const lines = text.slice(0, end).split("\n");
  const kept = lines.filter((line) => !/^ {4}now: "[0-9a-z ]{1,80}"$/.test(line));
  let id: string | null = null;
  const marked = kept.flatMap((line) => {
    if (/^status: [a-z]+$/.test(line)) return [`status: ${state}`];
    id = idIn(line) ?? id;
    const now = id !== null && line.startsWith("    fingerprint: ") ? changed.get(id) : undefined;
    return now === undefined ? [line] : [line, `    now: "${now ?? "not changed any more"}"`];
  });
  return marked.join("\n") + text.slice(end);
}

/** The state of a design document, or null for any other text. */
export function stateOf(text: string): DesignState | null {
  const found = /^---\nstatus: (draft|accepted|stale|superseded)\nentries:\n {2}- id: "/.exec(text)?.[1];
  return (found as DesignState | undefined) ?? null;
}

/** IDs of the entries that a design document was made for, by its front matter. */
export function entriesIn(text: string): readonly string[] {
  const end = text.indexOf("\n---\n", 4);
  if (stateOf(text) === null || end < 0) return [];
  return text
    .slice(0, end)
    .split("\n")
    .flatMap((line) => idIn(line) ?? []);
}

function idIn(line: string): string | null {
  const quoted = /^ {2}- id: (".{0,400}")$/.exec(line)?.[1];
  try {
    const id: unknown = quoted === undefined ? null : JSON.parse(quoted);
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
