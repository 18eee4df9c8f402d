import type { Octokit } from "@octokit/rest";
import type { CheckFailure } from "../../core/code/check-failure.ts";
import type { RepositoryRef } from "../ports.ts";
import { readFailedStatuses } from "./failed-statuses.ts";
import { readLogTail } from "./log-tail.ts";

const bad = new Set(["failure", "timed_out"]);

/** What reads commit statuses and logs; null where the operator did not ask for it. */
interface CiReaders {
  readonly statuses: Octokit;
  readonly logs: Octokit;
}

/**
 * Check runs that failed on a commit, but for our own, with GitHub's first page of annotations each; where it was asked for,
 * failed statuses too, and the end of the logs of GitHub Actions.
 */
export async function readFailedChecks(
  octokit: Octokit,
  repository: RepositoryRef,
  ref: string,
  more: CiReaders | null,
): Promise<readonly CheckFailure[]> {
  const { owner, name: repo } = repository;
  const { data } = await octokit.rest.checks.listForRef({ owner, repo, ref, per_page: 100 });
  const failed = data.check_runs.filter(
    ({ name, conclusion }) => bad.has(conclusion ?? "") && !name.startsWith("twopath"),
  );
  const failures: CheckFailure[] = [];
  for (const { id, name, output, app } of failed.slice(0, 10)) {
    const { data: notes } = await octokit.rest.checks.listAnnotations({
      owner,
      repo,
      check_run_id: id,
      per_page: 50,
    });
    // A check run of GitHub Actions has the number of its job.
    const isJob = more !== null && app?.slug === "github-actions";
    const log = isJob ? await readLogTail(more.logs, repository, id) : "";
    failures.push({
      name,
      title: output.title ?? "",
      tail: [output.summary ?? "", output.text ?? "", log].join("\n").slice(-20_000),
      annotations: notes
        .filter(({ annotation_level: level }) => level !== "notice")
        .map(({ path, start_line: line, message }) => ({ path, line, message: message ?? "" })),
    });
  }
  return more === null
    ? failures
    : [...failures, ...(await readFailedStatuses(more.statuses, repository, ref))];
}
