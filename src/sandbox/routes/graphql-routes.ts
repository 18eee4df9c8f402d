import { z } from "zod";
import type { PullRequest } from "../world/pull-request.ts";
import { fullNameOf } from "../world/repository.ts";
import { type Answer, bodyOf, type Call, mayReadContents, type Route } from "../http/route.ts";

const asked = z.object({
  query: z.string(),
  variables: z.object({ owner: z.string(), name: z.string(), number: z.number().optional() }),
});
const blobField = /\b(b\d{1,4}): object\(oid: "([0-9a-f]{40})"\) \{ \.\.\. on Blob \{ text \} \}/g;

/** GitHub cuts longer texts. */
const textBytes = 512_000;

/** Of GraphQL only what the App asks of one repository: texts of blobs, or how a pull request was sent elsewhere. */
async function query(call: Call): Promise<Answer> {
  const { query: text, variables } = bodyOf(call, asked);
  const repository = call.world.findRepository(`${variables.owner}/${variables.name}`);
  if (!repository || !mayReadContents(call, repository)) {
    const errors = [
      { type: "NOT_FOUND", path: ["repository"], message: "Could not resolve to a Repository." },
    ];
    return { status: 200, body: { data: { repository: null }, errors } };
  }
  if (variables.number !== undefined) {
    const pull = call.world.pull(repository, variables.number);
    return { status: 200, body: { data: { repository: { pullRequest: pull ? sendings(pull) : null } } } };
  }
  const fields = [...text.matchAll(blobField)].map(([, name = "", sha = ""]) => ({ name, sha }));
  const blobs = await repository.store.readBlobs(fields.map(({ sha }) => sha));
  const answered = Object.fromEntries(
    fields.map(({ name }, at) => [name, textOf(blobs[at] ?? null)] as const),
  );
  return { status: 200, body: { data: { repository: answered } } };
}

function sendings(pull: PullRequest): unknown {
  const { baseRef: baseRefName, headRef: headRefName, headSha: headRefOid, headRepository } = pull;
  const nodes = pull.baseChanges.map(({ from: previousRefName, to: currentRefName, at: createdAt }) => ({
    ...{ __typename: "BaseRefChangedEvent", createdAt, previousRefName, currentRefName },
  }));
  const from = headRepository === null ? null : { nameWithOwner: fullNameOf(headRepository) };
  const timelineItems = { nodes: nodes.slice(-100) };
  return { baseRefName, headRefName, headRefOid, headRepository: from, timelineItems };
}

function textOf(bytes: Buffer | null): { text: string | null } | null {
  if (bytes === null) return null;
  return { text: bytes.includes(0) ? null : bytes.subarray(0, textBytes).toString("utf8") };
}

export const graphqlRoutes: readonly Route[] = [
  { method: "POST", template: "/graphql", needs: ["contents:read"], handle: query },
];
