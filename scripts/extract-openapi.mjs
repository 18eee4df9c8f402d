/**
 * Writes the part of GitHub's official API description that the in-process GitHub is held against.
 *
 *   npm install --prefix DIR @octokit/openapi @octokit/openapi-webhooks   (large: keep DIR outside the checkout)
 *   node scripts/extract-openapi.mjs DIR
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const dir = process.argv[2];
if (!dir)
  throw new Error("Usage: node scripts/extract-openapi.mjs DIR (where @octokit/openapi is installed)");
const require = createRequire(join(resolve(dir), "package.json"));
const target = new URL("../test/sandbox/github-openapi.json", import.meta.url);

const operations = [
  "GET /app",
  "GET /apps/{app_slug}",
  "GET /app/installations",
  "GET /app/installations/{installation_id}",
  "POST /app/installations/{installation_id}/access_tokens",
  "GET /app/hook/deliveries",
  "POST /app/hook/deliveries/{delivery_id}/attempts",
  "GET /installation/repositories",
  "GET /rate_limit",
  "GET /repos/{owner}/{repo}",
  "GET /repos/{owner}/{repo}/activity",
  "GET /repos/{owner}/{repo}/installation",
  "GET /repos/{owner}/{repo}/pulls",
  "POST /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
  "POST /repos/{owner}/{repo}/check-runs",
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations",
  "GET /repos/{owner}/{repo}/commits",
  "GET /repos/{owner}/{repo}/commits/{ref}",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  "GET /repos/{owner}/{repo}/compare/{basehead}",
  "GET /repos/{owner}/{repo}/contents/{path}",
  "POST /repos/{owner}/{repo}/git/blobs",
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
  "POST /repos/{owner}/{repo}/git/trees",
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
  "POST /repos/{owner}/{repo}/git/commits",
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
  "POST /repos/{owner}/{repo}/git/refs",
  "GET /repos/{owner}/{repo}/git/ref/{ref}",
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
];
const events = [
  ...["opened", "synchronize", "reopened", "closed", "edited", "ready-for-review", "converted-to-draft"].map(
    (action) => `pull-request-${action}`,
  ),
  ...["created", "edited", "deleted"].map((action) => `issue-comment-${action}`),
  "pull-request-review-comment-created",
  "check-run-requested-action",
  "installation-created",
  "installation-deleted",
  "installation-repositories-added",
  "push",
];

const dropped = new Set([
  "description",
  "example",
  "examples",
  "x-github",
  "externalDocs",
  "deprecated",
  "readOnly",
]);

/** Without prose. A property may itself be called `description`: names below `properties` stay. */
function bare(value, names = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => names || !dropped.has(key));
  const plain = Object.fromEntries(
    kept.map(([key, item]) => [key, bare(item, !names && key === "properties")]),
  );
  if (names || plain.nullable !== true || plain.type !== undefined) return plain;
  // `nullable` beside `$ref` or `allOf` is no JSON Schema.
  const { nullable: _, ...rest } = plain;
  return { anyOf: [rest, { type: "null" }] };
}

function collect(source, prefix, schema, into) {
  const text = JSON.stringify(schema).replaceAll("#/components/schemas/", `#/components/schemas/${prefix}`);
  const seen = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
  for (const name of new Set(seen)) {
    if (into[name]) continue;
    into[name] = true;
    into[name] = collect(source, prefix, bare(source.components.schemas[name.slice(prefix.length)]), into);
  }
  return JSON.parse(text);
}

function read(name) {
  const file = require.resolve(`${name}/generated/api.github.com.json`);
  const version = JSON.parse(readFileSync(join(file, "../../package.json"), "utf8")).version;
  return { source: JSON.parse(readFileSync(file, "utf8")), version };
}

const rest = read("@octokit/openapi");
const hooks = read("@octokit/openapi-webhooks");
const schemas = {};
const json = (content) => content?.["application/json"]?.schema;
const out = {
  versions: { rest: rest.version, webhooks: hooks.version },
  operations: {},
  events: {},
  components: { schemas },
};
for (const name of operations) {
  const [method, path] = name.split(" ");
  const operation = rest.source.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${name} is not in the description.`);
  const body = json(operation.requestBody?.content);
  const answers = {};
  for (const [status, answer] of Object.entries(operation.responses)) {
    const schema = json(answer.content);
    if (schema && status.startsWith("2")) answers[status] = collect(rest.source, "", bare(schema), schemas);
  }
  out.operations[name] = { body: body ? collect(rest.source, "", bare(body), schemas) : null, answers };
}
for (const name of events) {
  const schema = json(hooks.source.webhooks[name].post.requestBody.content);
  out.events[name] = collect(hooks.source, "hook-", bare(schema), schemas);
}
writeFileSync(target, `${JSON.stringify(out)}\n`);
