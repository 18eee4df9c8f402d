import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { UserError } from "../core/user-error.ts";
import type { Settings } from "../settings.ts";
import type { Diagnosis } from "../shell/diagnosis.ts";
import type { WantedApp } from "../shell/github/inspect-app.ts";
import { exitCode } from "./exit-code.ts";

const marks = { ok: "ok     ", wrong: "WRONG  ", unknown: "unknown" } as const;

export function registerDoctor(command: Command): void {
  command.action(async () => {
    const action = await inspectAction();
    const found = [...(await inspect(action.length > 0)), ...action];
    for (const { state, text } of found) console.log(`${marks[state]}  ${text}`);
    if (found.some(({ state }) => state === "wrong")) process.exitCode = exitCode.findings;
  });
}

/** `hasAction`: a repository that uses the Action needs no App. */
async function inspect(hasAction: boolean): Promise<readonly Diagnosis[]> {
  const { loadSettingsFile, readSettings } = await import("../settings.ts");
  let settings: Settings;
  try {
    loadSettingsFile();
    settings = readSettings();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (hasAction)
      return [{ state: "ok", text: "No complete settings of an App here; the Action needs none." }];
    const text = `${error.message}\nNo App yet? \`twopath setup --webhook-url https://HOST\` makes one and writes .env.`;
    return [{ state: "wrong", text: text.replaceAll("\n", `\n${" ".repeat(marks.wrong.length)}  `) }];
  }
  return [
    { state: "ok", text: "Settings: complete, the webhook secret is strong." },
    ...(await inspectGitHub(settings)),
    await inspectStore(settings),
    ...(await inspectWriter(settings)),
  ];
}

/** The workflows of the repository this is run in that use the Action. */
async function inspectAction(): Promise<readonly Diagnosis[]> {
  const folder = ".github/workflows";
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const { inspectWorkflow } = await import("../shell/setup/inspect-workflow.ts");
  return names.flatMap((name) => {
    const file = join(folder, name);
    return inspectWorkflow(file, readFileSync(file, "utf8"));
  });
}

async function inspectGitHub({ app, github }: Settings): Promise<readonly Diagnosis[]> {
  const { inspectApp } = await import("../shell/github/inspect-app.ts");
  const { readAppManifest } = await import("../shell/setup/app-manifest.ts");
  const manifest = readAppManifest();
  const wanted: WantedApp = { permissions: manifest.default_permissions, events: manifest.default_events };
  const credentials = { appId: app.id, privateKey: app.privateKey, baseUrl: github.apiUrl };
  return inspectApp(credentials, wanted, { now: () => new Date() });
}

/** Beside a running server: the embedded store is only read. */
async function inspectStore({ store }: Settings): Promise<Diagnosis> {
  try {
    const { hasSqliteStore } = await import("../shell/queue/sqlite-file.ts");
    if (store.type === "sqlite" && !hasSqliteStore(store.folder)) {
      const text = `Store: ${store.folder} is not there yet; the server makes it at its first start.`;
      return { state: "ok", text };
    }
    const { openStoreAdmin } = await import("../shell/queue/store.ts");
    const opened = await openStoreAdmin(store, () => undefined);
    const { waiting, running, parked, failed } = await opened.jobs.counts();
    await opened.close();
    const jobs = `${String(waiting)} waiting, ${String(running)} running, ${String(parked)} parked, ${String(failed)} failed`;
    return { state: "ok", text: `Store: ${store.type}; jobs: ${jobs}.` };
  } catch (error) {
    return { state: "wrong", text: `Store: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function inspectWriter({ model }: Settings): Promise<readonly Diagnosis[]> {
  if (model.apiKey === null) {
    return [
      { state: "ok", text: "Model: none, rules only. `/generate` on the code path needs ANTHROPIC_API_KEY." },
    ];
  }
  const { inspectModel } = await import("../shell/model/inspect-model.ts");
  return inspectModel(model.apiKey, model.baseUrl ?? "https://api.anthropic.com", [
    model.judge,
    model.writer,
  ]);
}
