import type { FollowUpState } from "../../core/message/comment-context.ts";
import type { FollowUpData } from "../../core/message/marker.ts";
import type { Repository } from "../../core/plan/action.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";

/** A follow-up pull request of a spec pull request, as it was seen last. */
export interface KnownFollowUp {
  readonly repository: Repository;
  readonly number: number;
  readonly url: string;
  readonly data: FollowUpData;
  readonly state: "draft" | "open" | "merged" | "closed";
  /** Entries that the pull request itself was told to be stale for. */
  readonly told: readonly string[];
}

/** The follow-ups of a spec pull request, oldest first; kept by ids, which survive a rename. */
export async function followUpsOf(
  values: KeyValueStore,
  source: RepositoryRef,
  pullRequest: number,
): Promise<readonly KnownFollowUp[]> {
  const known = await values.get(keyOf(source, pullRequest));
  return (known as readonly KnownFollowUp[] | null | undefined) ?? [];
}

/** Adds a follow-up, or changes what is known of it; `change` gets what was known. Answers whether anything is new. */
export async function noteFollowUp(
  values: KeyValueStore,
  source: RepositoryRef,
  pullRequest: number,
  place: Pick<KnownFollowUp, "repository" | "number">,
  change: (known: KnownFollowUp | undefined) => KnownFollowUp | undefined,
): Promise<boolean> {
  let isNews = false;
  await values.update(keyOf(source, pullRequest), (kept) => {
    const all = (kept as readonly KnownFollowUp[] | null | undefined) ?? [];
    const at = all.findIndex((one) => isSamePlace(one, place));
    const before = all[at];
    const after = change(before);
    isNews = after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
    if (after === undefined || !isNews) return all;
    return at < 0 ? [...all, after] : all.with(at, after);
  });
  return isNews;
}

/** As the spec pull request's comment shows them. */
export function followUpStates(known: readonly KnownFollowUp[], source: Repository): FollowUpState[] {
  return known.map(({ repository, number, url, data, state, told }) => {
    const isOwn = isSameRepository(repository, source);
    const label = isOwn ? `#${number}` : `${repository.owner}/${repository.name}#${number}`;
    return { stage: data.stage, target: data.target, url, label, state, stale: told };
  });
}

/** GitHub compares names without case. */
export function isSameRepository(a: Repository, b: Repository): boolean {
  return `${a.owner}/${a.name}`.toLowerCase() === `${b.owner}/${b.name}`.toLowerCase();
}

type Place = Pick<KnownFollowUp, "repository" | "number">;

function isSamePlace(a: Place, b: Place): boolean {
  return a.number === b.number && isSameRepository(a.repository, b.repository);
}

function keyOf({ installationId, id }: RepositoryRef, pullRequest: number): string {
  return `follow-ups/${String(installationId)}/${String(id)}/${String(pullRequest)}`;
}
