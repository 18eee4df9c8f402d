import type { LoggedRequest } from "../../src/sandbox/http/request-log.ts";
import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";

let world: Acme;

beforeEach(async () => {
  world = await acme();
});
afterEach(() => world.close());

/** Requests of what `act` leads to, tokens left out; printed, so that the report shows the figure. */
async function requestsOf(name: string, act: () => Promise<unknown>): Promise<readonly LoggedRequest[]> {
  const before = world.sandbox.requests.length;
  await act();
  await world.settled();
  const made = world.sandbox.requests.slice(before).filter(({ route }) => !isToken(route));
  const lines = made.map(({ method, path, status }) => `  ${method} ${path.slice(0, 110)} ${String(status)}`);
  process.stdout.write(`${name}: ${String(made.length)} requests\n${lines.join("\n")}\n`);
  return made;
}

function isToken(route: string | null): boolean {
  return route === "POST /app/installations/{installation_id}/access_tokens";
}

async function openOn(branch: string, files: Readonly<Record<string, string>>) {
  await world.change(files, branch);
  return world.sandbox.openPullRequest({ repository: "acme/spec", head: branch, author: "author" });
}

test("a pull request without spec files costs two requests at most, one that changes a README five", async () => {
  const code = await requestsOf("no spec files, nothing cached", () =>
    openOn("code", { "src/index.ts": "export const a = 1;\n" }),
  );
  expect(code.length).toBeLessThanOrEqual(2);
  await openOn("warm", { "README.md": "# About\n" });
  await world.settled();
  // A README may be a specification: it is read before it can be known for none.
  const readme = await requestsOf("no spec files but Markdown", () =>
    openOn("readme", { "README.md": "# About us\n" }),
  );
  expect(readme.length).toBeLessThanOrEqual(5);
});

test("a spec pull request costs nine requests when opened, seven when pushed to; an equal push less", async () => {
  await openOn("warm", { "spec.md": specBefore.replace("1.2", "1.3") });
  await world.settled();
  const opened = await requestsOf("opened", () => openOn("change", { "spec.md": specAfter }));
  expect(opened.length).toBeLessThanOrEqual(9);
  const pushed = await requestsOf("synchronize", () =>
    world.change({ "spec.md": specAfter.replace("8443", "9443") }),
  );
  expect(pushed.length).toBeLessThanOrEqual(7);
  const again = await requestsOf("synchronize, same entries", () =>
    world.change({ "src/index.ts": "// a\n" }),
  );
  expect(again.length).toBeLessThanOrEqual(6);
});

test("each blob is read once, and a first pull request without anything cached stays under twelve", async () => {
  const opened = await requestsOf("opened, nothing cached", () =>
    openOn("change", { "spec.md": specAfter, "more.md": "- `(MO1)` More.\n" }),
  );
  expect(opened.length).toBeLessThanOrEqual(12);
  const blobs = opened.filter(({ path }) => path.includes("/git/blobs/")).map(({ path }) => path);
  expect(new Set(blobs).size).toBe(blobs.length);
});
