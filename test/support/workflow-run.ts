import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { makeBundle } from "./make-bundle.ts";
import { runWatched } from "./watched-program.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";

export type TokenPermissions = Readonly<Record<string, "read" | "write">>;

/** What docs/github-action.md has a workflow ask for. */
const documented: TokenPermissions = {
  contents: "write",
  pull_requests: "write",
  checks: "write",
  issues: "read",
};

/** What a release puts on its tag: the Action has no installed packages. */
export function makeActionBundle(): { readonly program: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "action-bundle-"));
  makeBundle(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return {
    program: join(folder, "action.js"),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In a workflow the App that acts is GitHub's own. `author` writes the spec, `stranger` reads it. */
export async function createWorkflowSandbox(specText: string): Promise<Sandbox> {
  const sandbox = await createWatchedSandbox({ appSlug: "github-actions" });
  for (const login of ["author", "stranger"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": specText },
    collaborators: { author: "write", stranger: "read" },
  });
  return sandbox;
}

export async function workflowToken(
  sandbox: Sandbox,
  permissions: TokenPermissions = documented,
): Promise<string> {
  const { APP_ID: appId = "", PRIVATE_KEY: privateKey = "" } = sandbox.settings;
  const auth = createAppAuth({
    appId,
    privateKey,
    request: new Octokit({ baseUrl: sandbox.apiUrl }).request,
  });
  const installationId = sandbox.world.installations[0]?.id ?? 0;
  const { token } = await auth({ type: "installation", installationId, permissions });
  return token;
}

/** Runs the Action on the last event of a kind as a runner does: the event in a file, everything else in the environment. */
export async function runWorkflow(
  program: string,
  sandbox: Sandbox,
  event: string,
  {
    permissions,
    variables = {},
  }: { readonly permissions?: TokenPermissions; readonly variables?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly status: number | null; readonly output: string }> {
  await sandbox.webhooks.settled();
  const sent = sandbox.webhooks.deliveries
    .filter((each) => each.event === event.replace("_target", ""))
    .at(-1);
  const payload = JSON.parse(sent?.body ?? "{}") as Record<string, unknown>;
  delete payload["installation"];
  const folder = mkdtempSync(join(tmpdir(), "action-"));
  const path = join(folder, "event.json");
  writeFileSync(path, JSON.stringify(payload));
  const environment = {
    PATH: process.env["PATH"],
    INPUT_TOKEN: await workflowToken(sandbox, permissions),
    GITHUB_API_URL: sandbox.apiUrl,
    GITHUB_SERVER_URL: sandbox.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_RUN_ID: "1",
    "INPUT_ANTHROPIC-API-KEY": "",
    ...variables,
  };
  const { status, stdout, stderr } = await runWatched([program], { variables: environment });
  rmSync(folder, { recursive: true, force: true });
  return { status, output: `${stdout}${stderr}` };
}
