import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Octokit } from "@octokit/rest";
import { readFailedChecks } from "../../../src/shell/github/failed-checks.ts";

const repository = { installationId: 1, id: 2, owner: "acme", name: "sdk" };
const secret = `ghp_${"a1B2".repeat(9)}`;
const stamp = "2026-01-02T03:04:05.1234567Z ";
const log = [
  "##[group]Run npm test",
  ...Array.from({ length: 30_000 }, (_, at) => `line ${String(at)} of the build`),
  `token ${secret}`,
  "\u001b[31mnot ok\u001b[0m: expected 20, got 10",
  "##[error]Process completed with exit code 1.",
  "Post job cleanup.",
]
  .map((line) => stamp + line)
  .join("\n");

let server: Server;
let heard: IncomingMessage[];
const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Answers by the end of the path; null: refused. */
let answers: Record<string, object | string | null>;

beforeEach(async () => {
  heard = [];
  answers = {
    "/check-runs": {
      total_count: 2,
      check_runs: [
        {
          id: 7,
          name: "test",
          conclusion: "failure",
          output: { title: "t", summary: "A step failed." },
          app: { slug: "github-actions" },
        },
        {
          id: 8,
          name: "other",
          conclusion: "failure",
          output: { summary: "No." },
          app: { slug: "other-ci" },
        },
      ],
    },
    "/annotations": [],
    "/actions/jobs/7/logs": "/storage/7?sig=1",
    "/storage/7": log,
    "/status": {
      statuses: [
        { state: "failure", context: "ci/old", description: "2 tests failed" },
        { state: "success", context: "ci/fine", description: "" },
      ],
    },
  };
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function answer(request: IncomingMessage, response: ServerResponse): void {
  heard.push(request);
  const path = (request.url ?? "").split("?")[0] ?? "";
  const found = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1] ?? null;
  if (found === null) {
    response.writeHead(403, { "content-type": "application/json" }).end("{}");
  } else if (path.endsWith("/logs")) {
    const to = typeof found === "string" ? found : "";
    response.writeHead(302, { location: to.startsWith("/") ? `${base()}${to}` : to }).end();
  } else if (typeof found === "string") {
    response.end(found);
  } else {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found));
  }
}

const base = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

function read(more: boolean) {
  const octokit = new Octokit({ baseUrl: base(), auth: "token-of-the-app", log: silent });
  return readFailedChecks(octokit, repository, "c1", more ? { statuses: octokit, logs: octokit } : null);
}

test("unless the operator asked for it, neither logs nor statuses are asked for", async () => {
  const failures = await read(false);
  expect(failures.map(({ name }) => name)).toEqual(["test", "other"]);
  expect(heard.map(({ url }) => url).filter((url) => /logs|status/.test(url ?? ""))).toEqual([]);
});

test("the end of the log of a job of GitHub Actions, to its last error, and failed statuses", async () => {
  const failures = await read(true);
  expect(failures.map(({ name }) => name)).toEqual(["test", "other", "ci/old"]);
  const tail = failures[0]?.tail ?? "";
  expect(tail).toMatch(/not ok: expected 20, got 10\n##\[error\]Process completed with exit code 1\.$/);
  expect(tail).toContain("A step failed.");
  expect(tail.length).toBeLessThan(7_000);
  expect(tail).not.toContain(secret);
  expect(failures[2]).toMatchObject({ title: "2 tests failed" });
  const storage = heard.find(({ url }) => url?.startsWith("/storage"));
  expect(storage?.headers.authorization).toBeUndefined();
});

test("without the permissions, or with a log somewhere else, the checks alone are read", async () => {
  answers["/actions/jobs/7/logs"] = null;
  answers["/status"] = null;
  expect(await read(true)).toEqual(await read(false));
  answers["/actions/jobs/7/logs"] = "http://127.0.0.1:1/elsewhere";
  expect(await read(true)).toEqual(await read(false));
});
