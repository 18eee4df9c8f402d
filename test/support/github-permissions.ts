/**
 * What an installation token must be allowed for each route the App uses: alternatives, of which one is enough. From
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps (data file
 * `src/github-apps/data/fpt-2022-11-28/server-to-server-permissions.json` of github/docs). The one place that says so.
 */
const repo = "/repos/{owner}/{repo}";
const talk = (level: "read" | "write"): readonly string[] => [`issues:${level}`, `pull_requests:${level}`];

export const routePermissions: Readonly<Record<string, readonly string[]>> = {
  "GET /installation/repositories": ["metadata:read"],
  [`GET ${repo}`]: ["metadata:read"],
  [`GET ${repo}/collaborators/{username}/permission`]: ["metadata:read"],
  [`GET ${repo}/pulls`]: ["pull_requests:read"],
  [`GET ${repo}/pulls/{pull_number}`]: ["pull_requests:read"],
  [`GET ${repo}/pulls/{pull_number}/files`]: ["pull_requests:read"],
  [`GET ${repo}/pulls/{pull_number}/commits`]: ["pull_requests:read"],
  [`GET ${repo}/pulls/{pull_number}/comments`]: ["pull_requests:read"],
  [`POST ${repo}/pulls`]: ["pull_requests:write"],
  [`PATCH ${repo}/pulls/{pull_number}`]: ["pull_requests:write"],
  [`POST ${repo}/pulls/{pull_number}/comments`]: ["pull_requests:write"],
  [`GET ${repo}/issues/{issue_number}/comments`]: talk("read"),
  [`POST ${repo}/issues/{issue_number}/comments`]: talk("write"),
  [`GET ${repo}/issues/comments/{comment_id}`]: talk("read"),
  [`PATCH ${repo}/issues/comments/{comment_id}`]: talk("write"),
  [`DELETE ${repo}/issues/comments/{comment_id}`]: talk("write"),
  [`POST ${repo}/issues/comments/{comment_id}/reactions`]: talk("write"),
  [`POST ${repo}/pulls/comments/{comment_id}/reactions`]: ["pull_requests:write"],
  [`POST ${repo}/issues/{issue_number}/labels`]: talk("write"),
  [`DELETE ${repo}/issues/{issue_number}/labels/{name}`]: talk("write"),
  [`GET ${repo}/commits/{ref}/check-runs`]: ["checks:read"],
  [`POST ${repo}/check-runs`]: ["checks:write"],
  [`PATCH ${repo}/check-runs/{check_run_id}`]: ["checks:write"],
  [`GET ${repo}/check-runs/{check_run_id}/annotations`]: ["checks:read"],
  [`GET ${repo}/contents/{path}`]: ["contents:read"],
  [`GET ${repo}/activity`]: ["contents:read"],
  [`GET ${repo}/compare/{basehead}`]: ["contents:read"],
  [`GET ${repo}/commits/{ref}`]: ["contents:read"],
  [`GET ${repo}/tarball/{ref}`]: ["contents:read"],
  [`GET ${repo}/git/trees/{tree_sha}`]: ["contents:read"],
  [`GET ${repo}/git/blobs/{file_sha}`]: ["contents:read"],
  "POST /graphql": ["contents:read"],
  [`GET ${repo}/git/commits/{commit_sha}`]: ["contents:read"],
  [`GET ${repo}/git/ref/{ref}`]: ["contents:read"],
  [`POST ${repo}/git/blobs`]: ["contents:write"],
  [`POST ${repo}/git/trees`]: ["contents:write"],
  [`POST ${repo}/git/commits`]: ["contents:write"],
  [`POST ${repo}/git/refs`]: ["contents:write"],
  [`PATCH ${repo}/git/refs/{ref}`]: ["contents:write"],
};

/** What subscribing to an event takes (https://docs.github.com/webhooks/webhook-events-and-payloads). */
const eventPermissions: Readonly<Record<string, string>> = {
  pull_request: "pull_requests:read",
  issue_comment: "issues:read",
  pull_request_review_comment: "pull_requests:read",
  check_run: "checks:read",
  check_suite: "checks:read",
};

/**
 * The least permissions for routes and events: where one permission is required anyway, alternatives to it are not asked
 * for. Throws for a route the table does not hold.
 */
export function leastPermissions(
  routes: readonly string[],
  events: readonly string[],
): Readonly<Record<string, string>> {
  const needs = routes.map((route) => {
    const known = routePermissions[route];
    if (known === undefined) throw new Error(`${route}: which permission it takes is not in the table`);
    return known;
  });
  const held = new Map<string, string>([["metadata", "read"]]);
  const hold = (permission: string): void => {
    const [name = "", level = ""] = permission.split(":");
    if (held.get(name) !== "write") held.set(name, level);
  };
  for (const event of events) hold(eventPermissions[event] ?? `${event}:unknown`);
  for (const [only, ...others] of needs) if (only !== undefined && others.length === 0) hold(only);
  for (const need of needs) if (!need.some(isHeld)) hold(need[0] ?? "");
  return Object.fromEntries([...held].sort(([a], [b]) => a.localeCompare(b)));

  function isHeld(permission: string): boolean {
    const [name = "", level] = permission.split(":");
    return held.get(name) === "write" || held.get(name) === level;
  }
}
