import type { Octokit } from "@octokit/rest";
import type { Action, ClosePullRequest } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import type { AppIdentity } from "./app-identity.ts";
import type { Commenter } from "./gather.ts";
import { isOurs, type Ownership } from "./open-follow-up.ts";
import { orNull } from "./request-policy.ts";
import { upsertComment } from "./upsert-comment.ts";

type Retarget = Extract<Action, { type: "retarget-pull-request" }>;

/** Closes an open pull request of the bot with a word, unless somebody else's commit stands on it. */
export async function closePullRequest(
  octokit: Octokit,
  repository: RepositoryRef,
  app: AppIdentity & Ownership & Commenter,
  { number, marker, farewell, keep }: ClosePullRequest,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name, pull_number: number };
  const found = await orNull(octokit.rest.pulls.get(place));
  if (found?.data.state !== "open" || found.data.user.login !== app.login) {
    return { result: "unchanged", url: found?.data.html_url ?? null, number };
  }
  const { html_url: url } = found.data;
  const { head, base } = found.data;
  const at = { branch: head.ref, base: base.ref, tip: head.sha };
  const isTheirs = !(await isOurs(octokit, repository, app, at));
  const body = isTheirs ? keep : farewell;
  await upsertComment(octokit, repository, number, app, { marker, body, create: true });
  if (isTheirs) return { result: "hands-off", url, number };
  await octokit.rest.pulls.update({ ...place, state: "closed" });
  return { result: "done", url, number };
}

export async function retargetPullRequest(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  { login }: Ownership,
  { number, base }: Retarget,
): Promise<Applied> {
  const place = { owner, repo, pull_number: number };
  const found = await orNull(octokit.rest.pulls.get(place));
  const url = found?.data.html_url ?? null;
  const { state, user } = found?.data ?? {};
  if (found === null || state !== "open" || user?.login !== login || found.data.base.ref === base)
    return { result: "unchanged", url, number };
  await octokit.rest.pulls.update({ ...place, base });
  return { result: "done", url, number };
}
