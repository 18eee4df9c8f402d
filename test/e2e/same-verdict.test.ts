import { execFileSync } from "node:child_process";
import type { ReviewRequest } from "../../src/core/decision/review-specs.ts";
import { askedReview } from "../../src/core/design/asked-review.ts";
import { reviewJson } from "../../src/core/message/review-json.ts";
import { createGitHub } from "../../src/shell/github/create-github.ts";
import { createMemoryValues } from "../../src/shell/memory-values.ts";
import type { JobPorts } from "../../src/shell/job/job-ports.ts";
import { loadReview } from "../../src/shell/job/load-review.ts";
import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";

let world: Acme;
afterEach(() => world.close());

const config = `spec: [spec/**/*.md]\nignore: [spec/old.md]\ndialects:\n  spec/own.md: { pattern: '^REQ-(\\d+):' }\n`;
const own = "REQ-1: The port is 443.\n\nREQ-2: The host is given.\n";

const repositories: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["no configuration", {}],
  ["globs, ignored files and an own dialect", { ".github/twopath.yml": config }],
  ["a configuration with errors", { ".github/twopath.yml": "spce: [x]\n" }],
];

test.each(repositories)("%s: the App and the command line say the same, byte for byte", async (_, extra) => {
  const before = {
    "spec/a.md": specBefore,
    "spec/old.md": specBefore,
    "spec/own.md": own,
    "x.md": specBefore,
  };
  world = await acme({ ...before, ...extra });
  const { sandbox } = world;
  // The head's configuration must not count, nor what the base branch got meanwhile.
  await world.change({
    "spec/a.md": specAfter,
    "spec/old.md": specAfter,
    "spec/own.md": own.replace("443", "8443"),
    "x.md": specAfter,
    ".github/twopath.yml": "spec: [nothing.md]\n",
  });
  await sandbox.commit({
    repository: "acme/spec",
    branch: "main",
    files: { "spec/new.md": "- `(NEW1)` Later.\n" },
    author: "author",
  });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await world.settled();
  const printed = execFileSync(
    process.execPath,
    [
      "bin/twopath.js",
      "review",
      "--repo",
      pull.repository.store.dir,
      "--base",
      "main",
      "--head",
      "change",
    ].concat("--format", "json"),
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  expect(printed).toBe(await asTheAppSays(pull));
  expect(JSON.parse(printed)).toMatchObject({ version: 1, changes: expect.arrayContaining([]) as unknown });
});

const heard = { onToken: () => undefined, onRateLimitLeft: () => undefined };

async function asTheAppSays(pull: Awaited<ReturnType<Acme["openSpecPullRequest"]>>): Promise<string> {
  const { sandbox } = world;
  const { APP_ID, PRIVATE_KEY: privateKey = "" } = sandbox.settings;
  const credentials = { appId: Number(APP_ID), privateKey, baseUrl: sandbox.apiUrl };
  const github = createGitHub(credentials, {
    clock: { now: () => new Date() },
    values: createMemoryValues(),
    heard,
    isAllowed: () => true,
    written: null,
    redact: (text) => text,
  });
  const { repository } = pull;
  const place = {
    installationId: sandbox.world.installationOf(repository)?.id ?? 0,
    id: repository.id,
    owner: "acme",
    name: "spec",
  };
  const ports = {
    github: github.within(new AbortController().signal),
    values: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    review: (request: ReviewRequest) => Promise.resolve(askedReview(request)),
    webUrl: sandbox.url,
    model: null,
    judgeModel: null,
  };
  const loaded = await loadReview(ports as unknown as JobPorts, place, pull.number, null);
  if (!loaded?.review) throw new Error("no review");
  return `${JSON.stringify(reviewJson(loaded.review), null, 2)}\n`;
}
