import { parse } from "yaml";
import { z } from "zod";

/** `accepted`: merged. `stale`: an entry's text is another than it was made from. `superseded`: a newer one took its place. */
export type DesignState = "draft" | "accepted" | "stale" | "superseded";

const header = z.object({
  status: z.enum(["draft", "accepted", "stale", "superseded"]),
  entries: z.array(z.object({ id: z.string(), fingerprint: z.string() })),
  targets: z.array(z.string()).default([]),
});

export type DesignHeader = z.output<typeof header>;

/** The front matter of a design document, or null when it has none that can be read. */
export function readDesignHeader(text: string): DesignHeader | null {
  const end = text.indexOf("\n---\n", 4);
  if (!text.startsWith("---\n") || end < 0 || end > 100_000) return null;
  try {
    const parsed = header.safeParse(parse(text.slice(4, end), { maxAliasCount: 0 }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Entries whose text is not what the design was made from any more; `fingerprints` of the spec now, by ID. */
export function staleEntries(
  { entries }: DesignHeader,
  fingerprints: ReadonlyMap<string, string>,
): readonly string[] {
  return entries.filter(({ id, fingerprint }) => fingerprints.get(id) !== fingerprint).map(({ id }) => id);
}

/** The document with its state as accepted; the rest byte for byte. */
export function markAccepted(text: string): string {
  return withState(text, "accepted");
}

/** The document with another state in its front matter; as it is when it has none. */
export function withState(text: string, state: DesignState): string {
  const end = text.indexOf("\n---\n", 4);
  if (!text.startsWith("---\n") || end < 0) return text;
  const head = text.slice(0, end).replace(/^status: \w+$/m, `status: ${state}`);
  return head + text.slice(end);
}
