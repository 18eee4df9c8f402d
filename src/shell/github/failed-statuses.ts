import type { Octokit } from "@octokit/rest";
import type { CheckFailure } from "../../core/code/check-failure.ts";
import type { RepositoryRef } from "../ports.ts";
import { isRefused } from "./is-refused.ts";

/** Commit statuses that say failure, of services that write no check run; none where the permission is missing. */
export async function readFailedStatuses(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  ref: string,
): Promise<readonly CheckFailure[]> {
  try {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref, per_page: 100 });
    return data.statuses
      .filter(({ state }) => state === "failure" || state === "error")
      .map(({ context, description }) => ({
        name: context,
        title: description ?? "",
        tail: "",
        annotations: [],
      }));
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}
