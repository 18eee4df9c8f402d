import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { orNull } from "./request-policy.ts";

/** GitHub makes a label that the repository does not have, and takes one that is set already as well. */
export async function labelPullRequest(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  number: number,
  { add, remove }: Extract<Action, { type: "label" }>,
): Promise<Applied> {
  const place = { owner, repo, issue_number: number };
  if (add !== null) await octokit.rest.issues.addLabels({ ...place, labels: [add] });
  for (const name of remove) await orNull(octokit.rest.issues.removeLabel({ ...place, name }));
  return { result: "done", url: null, number };
}
