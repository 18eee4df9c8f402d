import type { Octokit } from "@octokit/rest";
import type { CheckFailure } from "../../core/code/check-failure.ts";
import type { RepositoryRef } from "../ports.ts";

const bad = new Set(["failure", "timed_out"]);

/** Check runs that failed on a commit, but for our own, with GitHub's first page of annotations each. */
export async function readFailedChecks(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  ref: string,
): Promise<readonly CheckFailure[]> {
  const { data } = await octokit.rest.checks.listForRef({ owner, repo, ref, per_page: 100 });
  const failed = data.check_runs.filter(
    ({ name, conclusion }) => bad.has(conclusion ?? "") && !name.startsWith("twopath"),
  );
  const failures: CheckFailure[] = [];
  for (const { id, name, output } of failed.slice(0, 10)) {
    const { data: notes } = await octokit.rest.checks.listAnnotations({
      owner,
      repo,
      check_run_id: id,
      per_page: 50,
    });
    failures.push({
      name,
      title: output.title ?? "",
      tail: [output.summary ?? "", output.text ?? ""].join("\n").slice(-20_000),
      annotations: notes
        .filter(({ annotation_level: level }) => level !== "notice")
        .map(({ path, start_line: line, message }) => ({ path, line, message: message ?? "" })),
    });
  }
  return failures;
}
