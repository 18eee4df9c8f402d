import type { FollowUpState } from "../../core/message/comment-context.ts";
import { type FollowUp, followUpPlaces, followUpState } from "../../core/state/follow-up.ts";
import { isSamePlace, type PullRequestPlace } from "../../core/state/place.ts";
import { kept } from "../kept.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";

/** The follow-ups of a spec pull request, oldest first. */
export async function followUpsOf(
  values: KeyValueStore,
  source: PullRequestPlace,
): Promise<readonly FollowUp[]> {
  const places = (await kept(values, followUpPlaces, source).get()) ?? [];
  const found = await Promise.all(places.map((place) => kept(values, followUpState, place).get()));
  return found.flatMap((one) => (one !== null && isSamePlace(one.source, source) ? [one] : []));
}

/** What is kept of a follow-up; null when there is nothing. */
export function recordedAt(values: KeyValueStore, place: PullRequestPlace): Promise<FollowUp | null> {
  return kept(values, followUpState, place).get();
}

/** Keeps what a follow-up was made from; of one that is known, its state, what it was told and whose it is stay. */
export async function recordFollowUp(values: KeyValueStore, followUp: FollowUp): Promise<void> {
  const { repository, number, source } = followUp;
  await kept(values, followUpState, followUp).update((known) => {
    if (known !== null && !isSamePlace(known.source, source))
      throw new Error(`Pull request ${String(number)} of ${repository.name} is another spec's.`);
    const state = known?.state === "open" ? "open" : "draft";
    return { ...followUp, state, told: known?.told ?? [] };
  });
  await kept(values, followUpPlaces, source).update((places) => {
    const known = places ?? [];
    return known.some((one) => isSamePlace(one, followUp)) ? known : [...known, { repository, number }];
  });
}

/** Changes what is known of a follow-up, if anything is. Answers whether anything is new. */
export async function changeFollowUp(
  values: KeyValueStore,
  place: PullRequestPlace,
  change: Partial<Pick<FollowUp, "state" | "told" | "mandate">>,
): Promise<boolean> {
  let isNews = false;
  await kept(values, followUpState, place).update((known) => {
    const after = known === null ? null : { ...known, ...change };
    isNews = JSON.stringify(after) !== JSON.stringify(known);
    return after;
  });
  return isNews;
}

/** As the spec pull request's comment shows them. */
export function followUpStates(known: readonly FollowUp[], source: RepositoryRef): FollowUpState[] {
  return known.map(({ repository, number, url, data, state, told }) => {
    const isOwn = repository.id === source.id;
    const label = isOwn ? `#${number}` : `${repository.owner}/${repository.name}#${number}`;
    return { stage: data.stage, target: data.target, url, label, state, stale: told };
  });
}
