import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Replacements, type Server, startServer } from "../../src/compose.ts";
import type { Settings } from "../../src/settings.ts";
import { sharedThreads } from "./shared-threads.ts";
import { expectNoLeaks, secretVariables, watchSource } from "./watched-sources.ts";

/**
 * `startServer` at trace level. Once it has stopped, none of its secrets may stand in its log, its jobs and their errors,
 * its store and its metrics: `stop` rejects, naming the place. See canary.test.ts.
 */
export async function startWatchedServer(settings: Settings, replace: Replacements = {}): Promise<Server> {
  const log: string[] = [];
  const late: [string, string][] = [];
  const end = watchSource({
    secrets: () => secretsOfSettings(settings),
    places: () => [["log", log.join("")], ...late, ...storedIn(settings)],
  });
  const server = await startServer(
    { ...settings, logLevel: "trace" },
    {
      threads: sharedThreads,
      ...replace,
      writeLog: (line) => {
        log.push(line);
        replace.writeLog?.(line);
      },
    },
  );
  return {
    ...server,
    stop: async (graceMs) => {
      late.push(...(await told(server)));
      await server.stop(graceMs);
      expectNoLeaks(end());
    },
  };
}

/** What the server tells of itself; nothing where its store takes nothing more, as some tests have it. */
async function told({ tools: { queue, metrics } }: Server): Promise<[string, string][]> {
  const jobs = await queue.jobs({ limit: 1000 }).catch(() => []);
  const counts = await queue.counts().catch(() => null);
  const rendered = counts === null ? "" : (await metrics.render(counts)).text;
  return [
    ["jobs", JSON.stringify(jobs)],
    ["metrics", rendered],
  ];
}

function storedIn({ store }: Settings): [string, string][] {
  if (store.type !== "sqlite" || !existsSync(store.folder)) return [];
  return readdirSync(store.folder).map((file) => [file, readFileSync(join(store.folder, file), "latin1")]);
}

function secretsOfSettings({ app, webhookSecret, model, store }: Settings): readonly string[] {
  return secretVariables({
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: webhookSecret,
    ANTHROPIC_API_KEY: model.apiKey ?? "",
    DATABASE_URL: store.type === "postgres" ? store.url : "",
  });
}
