import type { Review } from "../../core/decision/review.ts";
import { planStaleNote, staleEntries } from "../../core/plan/plan-stale-note.ts";
import { leaveWithin } from "../../core/plan/spec-leave.ts";
import type { RepositoryRef } from "../ports.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import { admittedPlace } from "./admitted-target.ts";
import { changeFollowUp, followUpsOf } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";
import { markDesignState } from "./mark-design-state.ts";
import { mayNameIn } from "./named-in.ts";
import { staleTexts } from "./stale-texts.ts";

/**
 * Marks the open follow-ups that were made from text which the spec pull request no longer has, and takes the mark off
 * when it has that text again. Answers the follow-ups as they are now; a request is made only where the mark changes.
 */
export async function markFollowUps(
  ports: JobPorts,
  source: RepositoryRef,
  pullRequest: number,
  review: Review | null,
  head: string,
): Promise<readonly FollowUp[]> {
  const known = await followUpsOf(ports.values, { repository: source, number: pullRequest });
  for (const followUp of known) {
    if (followUp.state === "merged" || followUp.state === "closed") continue;
    const changed = staleEntries(followUp, review);
    const stale = [...changed.keys()];
    if (stale.join("\n") === followUp.told.join("\n")) continue;
    // Nobody asked for the note: what takes no code of this spec any more is left alone.
    const place = await admittedPlace(ports, source, followUp.repository);
    if (place === null) continue;
    const leave = source.id === place.id ? leaveWithin(source) : null;
    const texts =
      leave === null
        ? stale.map((id) => ({ id, before: null, after: null }))
        : await staleTexts(ports, source, followUp, review, stale);
    await ports.github.apply(place, followUp.number, planStaleNote(leave, texts, head));
    await markDesignState(ports, place, followUp, changed);
    await changeFollowUp(ports.values, followUp, { told: stale });
  }
  return followUpsOf(ports.values, { repository: source, number: pullRequest });
}

/** Those that may be named in the spec's repository: where that is public, none of a private one. */
export async function shownIn(
  { github }: Pick<JobPorts, "github">,
  source: RepositoryRef,
  known: readonly FollowUp[],
): Promise<readonly FollowUp[]> {
  const isForeign = ({ repository }: FollowUp): boolean => repository.id !== source.id;
  if (!known.some(isForeign) || (await mayNameIn(github, source, { isPrivate: true }))) return known;
  const shown: FollowUp[] = [];
  for (const followUp of known) {
    const { id, owner, name } = followUp.repository;
    const found = isForeign(followUp) ? await github.repository(source, owner, name) : null;
    if (!isForeign(followUp) || (found?.id === id && !found.isPrivate)) shown.push(followUp);
  }
  return shown;
}
