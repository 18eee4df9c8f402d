import type { Review } from "../../core/decision/review.ts";
import type { StaleEntry } from "../../core/message/follow-up-note.ts";
import type { RepositoryRef } from "../ports.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { JobPorts } from "./job-ports.ts";

/** Entries that are compared; the rest are only named. */
const mostShown = 10;

/** What the entries said when the follow-up was made, and what they say now; null where that cannot be read any more. */
export async function staleTexts(
  { github, entries }: Pick<JobPorts, "github" | "entries">,
  source: RepositoryRef,
  { data }: Pick<FollowUp, "data">,
  review: Review | null,
  stale: readonly string[],
): Promise<readonly StaleEntry[]> {
  const changes = new Map((review?.recommendations ?? []).map(({ change }) => [change.id, change]));
  const shown = stale.slice(0, mostShown);
  const paths = new Set(shown.flatMap((id) => changes.get(id)?.file ?? []));
  const before = new Map<string, string>();
  for (const path of paths) {
    const text = await github.file(source, path, data.head);
    const found = text === null ? [] : await entries([{ path, text }], {});
    for (const entry of found) before.set(entry.id, entry.text);
  }
  return stale.map((id) => ({
    id,
    before: before.get(id) ?? null,
    after: changes.get(id)?.after?.text ?? null,
  }));
}
