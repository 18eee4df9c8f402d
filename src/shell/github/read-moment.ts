import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { UserError } from "../../core/user-error.ts";
import type { PastPull, RepositoryRef } from "../ports.ts";
import { askQuery } from "./ask-query.ts";
import { orNull } from "./request-policy.ts";

/** What GitHub gives at once. */
const page = 100;

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const sending = z.union([
  z.object({ createdAt: time, previousRefName: z.string() }),
  z
    .object({ createdAt: time, oldBase: z.string() })
    .transform(({ createdAt, oldBase: previousRefName }) => ({ createdAt, previousRefName })),
]);
const answerSchema = z.object({
  repository: z.object({
    pullRequest: z.object({
      baseRefName: z.string(),
      headRefName: z.string(),
      headRefOid: z.string(),
      headRepository: z.object({ nameWithOwner: z.string() }).nullable(),
      timelineItems: z.object({ nodes: z.array(sending.nullable()) }),
    }),
  }),
});

/** https://docs.github.com/graphql/reference/objects#baserefchangedevent: of the two APIs only this one names the branches. */
const query = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    baseRefName headRefName headRefOid headRepository { nameWithOwner }
    timelineItems(last: ${String(page)}, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) { nodes {
      ... on BaseRefChangedEvent { createdAt previousRefName }
      ... on AutomaticBaseChangeSucceededEvent { createdAt oldBase }
    } }
  } }
}`;

/**
 * What a pull request was at a moment, by GitHub's own history. Times are to the second: what came in within that second counts
 * as later. A fork's head is the one of now: its history is nothing that this repository answers for.
 */
export async function readMoment(
  octokit: Octokit,
  repository: RepositoryRef,
  number: number,
  at: number,
): Promise<PastPull> {
  const { owner, name } = repository;
  const answer = answerSchema.parse(await askQuery(octokit, query, { owner, name, number }));
  const { baseRefName, headRefName, headRefOid, headRepository, timelineItems } =
    answer.repository.pullRequest;
  const sendings = timelineItems.nodes.filter((one) => one !== null);
  const later = sendings.filter(({ createdAt }) => createdAt >= at);
  const isOwn = headRepository?.nameWithOwner.toLowerCase() === `${owner}/${name}`.toLowerCase();
  return {
    base: later.length === page ? null : (later[0]?.previousRefName ?? baseRefName),
    // Asked after what stands now was: a push in between is among them.
    head: isOwn ? await headThen(octokit, repository, { ref: headRefName, now: headRefOid, at }) : headRefOid,
  };
}

/** https://docs.github.com/rest/repos/repos#list-repository-activities */
async function headThen(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  { ref: branch, now, at }: { readonly ref: string; readonly now: string; readonly at: number },
): Promise<string | null> {
  const ref = `refs/heads/${branch}`;
  const asked = octokit.rest.repos.listActivities({ owner, repo, ref, per_page: page });
  const answer = await orNull(asked).catch(withoutLeave);
  if (answer === null) return null;
  const later = answer.data.filter(({ timestamp }) => Date.parse(timestamp) >= at);
  return later.length === page ? null : (later.at(-1)?.before ?? now);
}

/** A token that may not read it knows no history, as where there is none. */
function withoutLeave(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}
