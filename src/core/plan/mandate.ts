import type { Review } from "../decision/review.ts";
import {
  builtFromWords,
  followUpElsewhereWords,
  newTargetsWords,
  noMandateWords,
  otherTargetsWords,
  sentElsewhereWords,
} from "../message/mandate-message.ts";
import type { RepoConfig } from "../repo-config.ts";
import { isSameRepository } from "../repository-ref.ts";
import type { FollowUp } from "../state/follow-up.ts";
import type { Mandate, NotedMandate, OrderedTarget } from "../state/mandate.ts";
import { followUpBase, type FollowUpTarget, type SourcePullRequest } from "./plan-follow-up.ts";
import { staleEntries } from "./plan-stale-note.ts";

/*
 * Who orders something means what is there at that moment, and core/plan/order-gate holds the work to it. What goes on without a
 * word, a merge's code, its retry, or a repair, has only the order that its follow-up was made by: here stands under which
 * branch, for which targets and from which text that may be. The page of a follow-up shows no branch of its spec: who says
 * something there means that of its order too.
 */

/** `owner/name`, lower case → id of the repository that has this name now and takes part; of others nothing is known. */
export type TargetIds = ReadonlyMap<string, number>;

interface Ordered {
  readonly config: RepoConfig;
  /** The targets that were named, if any. */
  readonly asked: readonly string[];
  readonly ids: TargetIds;
}

/** What is written down when somebody orders a follow-up. */
export function mandateOf(base: string, { config: { targets }, asked, ids }: Ordered): NotedMandate {
  const named = targets.filter(({ name }) => asked.length === 0 || asked.includes(name));
  return {
    base,
    targets: named.map((target) => {
      const repository = target.repository?.toLowerCase() ?? null;
      return {
        name: target.name,
        repository,
        id: repository === null ? null : (ids.get(repository) ?? null),
      };
    }),
  };
}

/** Why nothing is done under the branch that the spec goes into now; null: it is that of the order. To be asked before that branch is read. */
export function otherBaseWords(mandate: Mandate | null, spec: SourcePullRequest): string | null {
  if (mandate === null) return noMandateWords();
  if ("base" in mandate)
    return mandate.base === spec.baseRef ? null : sentElsewhereWords(mandate.base, spec.baseRef);
  const into = followUpBase(spec, { repository: spec.repository, defaultBranch: spec.baseRef });
  return mandate.into === into ? null : sentElsewhereWords(mandate.into, into);
}

interface Sent {
  /** The branch that the follow-up goes into, or was merged into. */
  readonly goes: string;
  /** The one that it was opened into; undefined: nobody wrote it down then. */
  readonly noted: string | undefined;
  /** No branch is called as noted any more. */
  readonly isGone: boolean;
  readonly isMerged: boolean;
  /** Where it stands. */
  readonly target: FollowUpTarget;
}

/**
 * Why a follow-up is left alone that goes into another branch than it was ordered for; null: it goes there. Beside its spec that
 * is said by the spec, under the base branch of the order: its own branch, and once that is merged where it went.
 * Elsewhere it is the branch that it was opened into; GitHub itself sends it from there where that was renamed, which leaves
 * none of the old name. A default branch that is only another one now sends nothing.
 */
export function retargetedWords(
  { goes, noted, isGone, isMerged, target }: Sent,
  spec: SourcePullRequest,
): string | null {
  const now = followUpBase(spec, target);
  const isHere = isSameRepository(spec.repository, target.repository);
  const ordered = isHere ? followUpBase({ ...spec, merged: false }, target) : (noted ?? now);
  const isExpected = goes === ordered || (goes === now && (isHere || isGone));
  return isExpected ? null : followUpElsewhereWords(isHere ? now : ordered, goes, isMerged);
}

interface MandateFacts {
  readonly followUp: FollowUp;
  /** Of the branch that was ordered under, as of now. */
  readonly config: RepoConfig;
  readonly ids: TargetIds;
  /** Of the spec as it is now. */
  readonly review: Review | null;
}

/** What may be worked with. */
interface Mandated {
  /** The commit of the spec that may be built. */
  readonly head: string;
  readonly config: RepoConfig;
  /** What whoever waits for it should know. */
  readonly notes: readonly string[];
}

/**
 * What a follow-up's own order still covers: the commit it was made from, while its entries say the same, and those of its
 * targets that are in the configuration still, not those whose name another repository of this spec has by now. Else the entries that say something else, or why nothing is covered.
 */
export function mandated({
  followUp,
  config,
  ids,
  review,
}: MandateFacts): Mandated | { readonly stale: readonly string[] } | string {
  const stale = [...staleEntries(followUp, review).keys()];
  if (stale.length > 0) return { stale };
  const { mandate, data } = followUp;
  const known = mandate !== null && "targets" in mandate ? mandate.targets : null;
  const isKnown = (target: RepoConfig["targets"][number]): boolean => {
    const repository = target.repository?.toLowerCase() ?? null;
    const id = repository === null ? null : ids.get(repository);
    // A name that takes no part now stays among those of the order: where its code would go it is refused, whatever it names.
    const isIt = (one: OrderedTarget): boolean =>
      one.name === target.name &&
      one.repository === repository &&
      (repository === null || id === undefined || one.id === id);
    return known === null || known.some(isIt);
  };
  const targets = config.targets.filter(isKnown);
  if (targets.length === 0 && config.targets.length > 0) return otherTargetsWords();
  const others = config.targets.filter((target) => !isKnown(target)).map(({ name }) => name);
  return {
    head: data.head,
    config: { ...config, targets },
    notes: others.length === 0 ? [] : [newTargetsWords(others)],
  };
}

/** What whoever waits for the work should know of the spec's commits since the one that is built; none where no entry differs. */
export function sinceThenNotes(then: Review | null, now: Review | null, head: string): readonly string[] {
  return changedTexts(then) === changedTexts(now) ? [] : [builtFromWords(head)];
}

function changedTexts(review: Review | null): string {
  const texts = (review?.recommendations ?? []).map(({ change: { id, after } }) => [id, after?.text ?? null]);
  return JSON.stringify(texts.sort());
}
