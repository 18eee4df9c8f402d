import type { CheckRun } from "../world/pull-request.ts";
import { fullNameOf } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { type Json, nodeId } from "./account.ts";
import { appView } from "./app.ts";
import { repositoryApi } from "./repository.ts";

/** GitHub's `check-run`. */
export function checkRunView(world: World, check: CheckRun): Json {
  const api = repositoryApi(world, check.repository);
  const html = `${world.url}/${fullNameOf(check.repository)}/runs/${check.id}`;
  return {
    id: check.id,
    name: check.name,
    node_id: nodeId("CR", check.id),
    head_sha: check.headSha,
    external_id: check.externalId,
    url: `${api}/check-runs/${check.id}`,
    html_url: html,
    details_url: check.detailsUrl ?? html,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: `${api}/check-runs/${check.id}/annotations`,
    },
    check_suite: { id: check.id + 500_000 },
    app: appView(world),
    pull_requests: pullReferences(world, check),
  };
}

function pullReferences(world: World, check: CheckRun): Json[] {
  return world.pulls
    .filter((pull) => pull.headSha === check.headSha && pull.repository === check.repository)
    .filter((pull) => pull.headRepository === check.repository && pull.state === "open")
    .map((pull) => {
      const api = repositoryApi(world, pull.repository);
      const repo = { id: pull.repository.id, url: api, name: pull.repository.name };
      return {
        id: pull.id,
        number: pull.number,
        url: `${api}/pulls/${pull.number}`,
        head: { ref: pull.headRef, sha: pull.headSha, repo },
        base: { ref: pull.baseRef, sha: pull.baseSha, repo },
      };
    });
}
