import type { FollowUp } from "../../core/state/follow-up.ts";
import {
  type FollowUpRefusal,
  describedByItself,
  isWanted,
  reachable,
} from "../../core/plan/follow-up-gate.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import { mandated, otherBaseWords, sinceThenNotes } from "../../core/plan/mandate.ts";
import { refusedWords } from "../../core/message/follow-up-note.ts";
import { sentAwayMessage } from "../../core/message/mandate-message.ts";
import type { SourcePullRequest } from "../../core/plan/plan-follow-up.ts";
import { stillAdmits } from "./admitted-target.ts";
import { recordedAt } from "./follow-up-register.ts";
import type { Person } from "../../core/person.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import type { Reviewed } from "./generation.ts";
import { type LoadedReview, reviewOf } from "./load-review.ts";
import { retargeted } from "./retargeted.ts";
import { leaveForFollowUp } from "./spec-leave-of.ts";
import { targetIds } from "./target-ids.ts";

/** The spec of a follow-up as it is now, with leave to show it where the follow-up stands. */
export type LoadedSource = LoadedReview & { readonly leave: SpecLeave };

/** A follow-up as it stands on GitHub. */
export interface StandingFollowUp extends FollowUp {
  /** The branch that it goes into, or was merged into. */
  readonly goes: string;
  readonly isMerged: boolean;
}

/** A follow-up that passed the gate; what it was made from, by the names that its repositories have now. */
export async function sourceOf(
  {
    values,
    isAllowed,
    forgets,
    webUrl,
    github,
  }: Pick<JobPorts, "values" | "isAllowed" | "forgets" | "webUrl" | "github">,
  repository: RepositoryRef,
  { number, body, headRef: branch, baseRef: goes, merged: isMerged }: PullRequest,
): Promise<StandingFollowUp | FollowUpRefusal> {
  const place = { repository, number };
  const url = `${webUrl}/${repository.owner}/${repository.name}/pull/${String(number)}`;
  const followUp =
    forgets === true
      ? describedByItself({ ...place, url, body, branch, into: goes })
      : await recordedAt(values, place);
  const found = reachable({ followUp, isAllowed });
  if (typeof found === "string") return found;
  const spec = await asNamedNow(github, repository, found.source.repository);
  if (spec === null) return "out-of-reach";
  return { ...found, repository, source: { ...found.source, repository: spec }, goes, isMerged };
}

/** A name may belong to another repository by now: only the one that was noted, by its id, is gone on with. */
async function asNamedNow(
  github: JobPorts["github"],
  here: RepositoryRef,
  noted: RepositoryRef,
): Promise<RepositoryRef | null> {
  if (noted.id === here.id) return here;
  const found = await github.repository(here, noted.owner, noted.name);
  return found?.id === noted.id ? found : null;
}

/** Why nothing is done on a follow-up that goes into another branch now, or whose spec does; in whole sentences. */
interface Elsewhere {
  readonly elsewhere: string;
}

/**
 * Its spec pull request as it is now, for who orders or asks something at this moment, as far as they may be shown it where the
 * follow-up stands. Null when that is gone. What the two repositories say is asked again: the spec's base branch still sends
 * code here, and a target elsewhere still names the spec. The follow-up's page names no branch of the spec: only the one that
 * it was ordered under is read, and nothing of it for a follow-up that was sent elsewhere itself.
 */
export async function loadSource(
  ports: JobPorts,
  followUp: StandingFollowUp,
  asker: Person,
): Promise<LoadedSource | FollowUpRefusal | Elsewhere | null> {
  const { repository, number } = followUp.source;
  const pull = await ports.github.pullRequest(repository, number);
  if (pull === null) return null;
  const elsewhere = await elsewhereWords(ports, followUp, { ...pull, repository });
  if (elsewhere !== null) return { elsewhere };
  const leave = await leaveFor(ports, followUp, pull.headSha, asker);
  return typeof leave === "string" ? leave : stillWanted(ports, followUp, { pull, leave, asker });
}

/** The spec as far as the follow-up's own order covers it, and what whoever waits for it should know. */
interface MandatedSource {
  readonly loaded: LoadedSource & Pick<Reviewed, "targetIds">;
  readonly notes: readonly string[];
}

/**
 * As `loadSource`, for what goes on without an order of this moment: a merge's code, its retry, and a repair, for which nobody
 * asks (null). A text, or the entries that say something else since: why nothing may go on. No other branch's configuration
 * is read.
 */
export async function loadMandated(
  ports: JobPorts,
  followUp: StandingFollowUp,
  asker: Person | null,
): Promise<MandatedSource | { readonly stale: readonly string[] } | string | null> {
  const { repository, number } = followUp.source;
  const pull = await ports.github.pullRequest(repository, number);
  if (pull === null) return null;
  const elsewhere = await elsewhereWords(ports, followUp, { ...pull, repository });
  if (elsewhere !== null) return elsewhere;
  const leave = await leaveFor(ports, followUp, followUp.data.head, asker);
  if (typeof leave === "string") return refusedWords(leave);
  const now = await stillWanted(ports, followUp, { pull, leave, asker });
  if (typeof now === "string") return refusedWords(now);
  const ids = await targetIds(ports, repository, now.config);
  const found = mandated({ followUp, config: now.config, ids, review: now.review });
  if (typeof found === "string" || "stale" in found) return found;
  const { head: headSha, config, notes } = found;
  if (headSha === pull.headSha) return { loaded: { ...now, config, targetIds: ids }, notes };
  const then = await reviewOf(ports, repository, { ...pull, headSha }, asker);
  return {
    loaded: { ...then, leave, config, targetIds: ids },
    notes: [...sinceThenNotes(then.review, now.review, headSha), ...notes],
  };
}

/** Why nothing is written on a follow-up that somebody sent elsewhere, or whose spec was, also while a model worked; null: nobody did. */
export async function sentElsewhere(
  ports: Pick<JobPorts, "github">,
  followUp: StandingFollowUp,
): Promise<string | null> {
  const { repository, number } = followUp.source;
  const pull = await ports.github.pullRequest(repository, number);
  return pull === null ? null : elsewhereWords(ports, followUp, { ...pull, repository });
}

/** The one gate before anything is read, made or written for a follow-up: the two base branches of its order. */
async function elsewhereWords(
  ports: Pick<JobPorts, "github">,
  followUp: StandingFollowUp,
  spec: SourcePullRequest,
): Promise<string | null> {
  const ofSpec = otherBaseWords(followUp.mandate, spec);
  if (ofSpec !== null) return ofSpec;
  const away = await retargeted(ports, followUp, spec);
  return away === null ? null : sentAwayMessage(away);
}

/** Asked once more directly before text of the spec at `head` is shown: reading and a model take minutes. */
export async function leaveStill(
  ports: JobPorts,
  followUp: FollowUp,
  head: string,
  asker: Person,
): Promise<SpecLeave | FollowUpRefusal> {
  const { repository, source } = followUp;
  if (!(await stillAdmits(ports, source.repository, repository))) return "not-admitted";
  return leaveFor(ports, followUp, head, asker);
}

/** To show the spec's text at `head`. */
async function leaveFor(
  ports: JobPorts,
  { repository: place, source, data }: FollowUp,
  head: string,
  asker: Person | null,
): Promise<SpecLeave | FollowUpRefusal> {
  const showing = { spec: source.repository, place, asker };
  return (await leaveForFollowUp(ports, showing, { ordered: data.head, head })) ?? "out-of-reach";
}

interface Asked {
  readonly pull: PullRequest;
  readonly leave: SpecLeave;
  readonly asker: Person | null;
}

async function stillWanted(
  ports: JobPorts,
  followUp: FollowUp,
  { pull, leave, asker }: Asked,
): Promise<LoadedSource | FollowUpRefusal> {
  const { repository, source } = followUp;
  const loaded = await reviewOf(ports, source.repository, pull, asker);
  if (!isWanted(followUp, loaded.config)) return "not-a-target";
  return (await stillAdmits(ports, source.repository, repository)) ? { ...loaded, leave } : "not-admitted";
}
