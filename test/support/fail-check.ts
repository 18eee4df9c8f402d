import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";

interface Failure {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The target's own CI fails on the head of a pull request. */
export async function failCheck(
  sandbox: Sandbox,
  pull: PullRequest,
  { path, line, message }: Failure,
): Promise<void> {
  const { repository, headSha } = pull;
  const owner = repository.owner.login;
  const annotation = { path, start_line: line, end_line: line, annotation_level: "failure", message };
  const output = { title: "1 failed", summary: message, annotations: [annotation] };
  const answer = await fetch(`${sandbox.apiUrl}/repos/${owner}/${repository.name}/check-runs`, {
    method: "POST",
    headers: { authorization: `token ${sandbox.token(owner)}`, "content-type": "application/json" },
    body: JSON.stringify({
      ...{ name: "unit tests", head_sha: headSha, status: "completed", conclusion: "failure", output },
    }),
  });
  await answer.arrayBuffer();
  suiteEnded(sandbox, pull);
}

/** GitHub tells that the checks of a head ended, badly. */
export function suiteEnded(sandbox: Sandbox, { repository, headRef, headSha }: PullRequest): void {
  sandbox.world.emit({
    ...{ name: "check_suite", action: "completed", repository },
    sender: sandbox.world.account("maintainer"),
    payload: { check_suite: { head_branch: headRef, head_sha: headSha, conclusion: "failure" } },
  });
}
