import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { reviewJson } from "../../src/core/message/review-json.ts";
import { createGitHub } from "../../src/shell/github/create-github.ts";
import { createMemoryValues } from "../../src/shell/memory-values.ts";
import type { JobPorts } from "../../src/shell/job/job-ports.ts";
import { loadReview } from "../../src/shell/job/load-review.ts";
import { createReviewThreads } from "../../src/shell/spec-worker/review-threads.ts";
import { repetitions } from "../support/repetitions.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const wanted = repetitions(6, 20);
const present = existsSync(corpus);
if (!present)
  process.stderr.write(
    "SKIPPED: no corpus beside the checkout, so App and command line were not compared.\n",
  );

/** Pairs spread evenly over all repositories. */
function pairs(): string[] {
  const all = readdirSync(corpus, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .flatMap(({ name }) => readdirSync(join(corpus, name)).map((pair) => join(name, pair)))
    .filter((pair) => existsSync(join(corpus, pair, "base")) && existsSync(join(corpus, pair, "head")))
    .sort();
  return all.filter((_, i) => i % Math.floor(all.length / wanted) === 0).slice(0, wanted);
}

function files(folder: string, base = folder): Record<string, string> {
  const found = readdirSync(folder, { withFileTypes: true });
  return Object.assign(
    {},
    ...found.map((one): Record<string, string> => {
      const path = join(folder, one.name);
      return one.isDirectory() ? files(path, base) : { [relative(base, path)]: readFileSync(path, "utf8") };
    }),
  ) as Record<string, string>;
}

const describeWithCorpus = present ? describe : describe.skip;

describeWithCorpus("the App and the command line", () => {
  const threads = createReviewThreads();

  test.each(present ? pairs() : [])("%s: byte-identical verdicts", async (pair) => {
    const sandbox = await createWatchedSandbox();
    try {
      sandbox.createUser("author");
      const name = "acme/spec";
      const [before, after] = [files(join(corpus, pair, "base")), files(join(corpus, pair, "head"))];
      const removed = Object.keys(before).filter((path) => !(path in after));
      await sandbox.createRepository({ name, files: before, collaborators: { author: "write" } });
      const changed = { ...after, ...Object.fromEntries(removed.map((path) => [path, null])) };
      await sandbox.commit({ repository: name, branch: "change", files: changed, author: "author" });
      const pull = await sandbox.openPullRequest({ repository: name, head: "change", author: "author" });
      const { id, store } = sandbox.world.repository(name);
      const installationId = sandbox.world.installations[0]?.id ?? 0;
      const loaded = await loadReview(
        portsOf(sandbox.settings, sandbox.apiUrl, sandbox.url),
        { installationId, id, owner: "acme", name: "spec" },
        pull.number,
        null,
      );
      const app = loaded?.review ? `${JSON.stringify(reviewJson(loaded.review), null, 2)}\n` : null;
      const cli = execFileSync(
        process.execPath,
        [
          join(root, "bin/twopath.js"),
          ...["review", "--repo", store.dir, "--base", "main", "--head", "change", "--format", "json"],
        ],
        { encoding: "utf8", maxBuffer: 1 << 28 },
      );
      if (app === null) expect((JSON.parse(cli) as { changes: unknown[] }).changes).toEqual([]);
      else expect(cli === app).toBe(true);
    } finally {
      await sandbox.close();
    }
  });

  function portsOf(settings: Readonly<Record<string, string>>, baseUrl: string, webUrl: string): JobPorts {
    const clock = { now: () => new Date() };
    const github = createGitHub(
      { appId: Number(settings["APP_ID"]), privateKey: settings["PRIVATE_KEY"] ?? "", baseUrl },
      {
        clock,
        values: createMemoryValues(),
        heard: { onToken: () => undefined, onRateLimitLeft: () => undefined },
        isAllowed: () => true,
        written: null,
        redact: (text) => text,
      },
    );
    return {
      github: github.within(AbortSignal.timeout(60_000)),
      values: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
      clock,
      review: threads.review,
      webUrl,
      model: null,
    } as unknown as JobPorts;
  }
});
