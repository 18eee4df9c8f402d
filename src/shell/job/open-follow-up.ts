import type { FollowUpText } from "../../core/message/follow-up-body.ts";
import { closedMeanwhileWords, noTargetWords } from "../../core/message/generation-message.ts";
import type { OpenFollowUp } from "../../core/plan/action.ts";
import { specSentMeanwhileWords } from "../../core/message/mandate-message.ts";
import { planRecord } from "../../core/plan/plan-follow-up.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { NotedMandate } from "../../core/state/mandate.ts";
import type { Person } from "../../core/person.ts";
import { isSamePlace, type PullRequestPlace } from "../../core/state/place.ts";
import { UserError } from "../../core/user-error.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { stillAdmits } from "./admitted-target.ts";
import { requireClaim } from "./claimed-branch.ts";
import { changeFollowUp, recordedAt } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";
import { perform } from "./perform.ts";
import { requireWrite } from "./rights.ts";

interface Opening {
  /** Where it is opened. */
  readonly repository: RepositoryRef;
  /** The spec pull request. */
  readonly source: PullRequestPlace;
  readonly action: OpenFollowUp;
  readonly text: FollowUpText;
  readonly designCommit: string | null;
  /** What it is ordered under. */
  readonly mandate: NotedMandate;
  readonly requestedBy: Person;
  /** The delivery that asked for it. */
  readonly deliveryId: string;
}

/**
 * Opens or updates a follow-up, and keeps what it was made from. Whoever asked must still be allowed to write in the spec's
 * repository and in this one, this one must still take code of that spec, the spec pull request must be open or merged, and the
 * branch must be that spec's; throws UserError where it is not so.
 */
export async function openFollowUp(
  ports: JobPorts,
  { repository, source, action, text, designCommit, mandate, requestedBy, deliveryId }: Opening,
): Promise<Applied> {
  // Minutes, or a limit's hour, may have passed since the command.
  for (const one of new Map([source.repository, repository].map((each) => [each.id, each])).values())
    await requireWrite(ports.github, one, requestedBy);
  if (!(await stillAdmits(ports, source.repository, repository)))
    throw new UserError(noTargetWords(nameOf(repository), nameOf(source.repository)));
  const spec = await ports.github.pullRequest(source.repository, source.number);
  if (spec === null || (spec.state === "closed" && !spec.merged)) throw new UserError(closedMeanwhileWords());
  if (spec.baseRef !== mandate.base) throw new UserError(specSentMeanwhileWords(mandate.base, spec.baseRef));
  const { branch, base } = action;
  const now = { ...spec, repository: source.repository };
  const into = await requireClaim(ports, { repository, branch, base, source, spec: now });
  const applied = await ports.github.apply(repository, source.number, action);
  const { number, url, result } = applied;
  if (number === null || url === null || result === "hands-off") return applied;
  const { installationId, id, owner, name } = repository;
  const place = { repository: { installationId, id, owner, name }, number };
  const made = { opened: action, into, text, designCommit, mandate };
  const record = planRecord({ place, url, source, ...made, deliveryId });
  await perform(ports, record);
  return applied;
}

/** Ordered once more, and it stays as it stands: what goes on with it later has this order. */
export async function orderAgain(
  ports: Pick<JobPorts, "values">,
  repository: RepositoryRef,
  pull: { readonly number: number } | null,
  { source, mandate }: Pick<FollowUp, "source" | "mandate">,
): Promise<void> {
  const made = await standingFollowUp(ports, repository, pull);
  if (made !== null && isSamePlace(made.source, source))
    await changeFollowUp(ports.values, made, { mandate });
}

/** What is known of the pull request that stands on a branch of the bot. */
export async function standingFollowUp(
  { values }: Pick<JobPorts, "values">,
  repository: RepositoryRef,
  pull: { readonly number: number } | null,
): Promise<FollowUp | null> {
  return pull === null ? null : recordedAt(values, { repository, number: pull.number });
}

/** `owner/name`. */
export function nameOf({ owner, name }: RepositoryRef): string {
  return `${owner}/${name}`;
}
