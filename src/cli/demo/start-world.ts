import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Replacements, type Server, startServer } from "../../compose.ts";
import { UserError } from "../../core/user-error.ts";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { modelVariables, readSettings } from "../../settings.ts";
import { scriptedReplies } from "./scripted-replies.ts";

/** Where the model's words come from: a real model, our own script, or nowhere. */
export type ModelKind = "live" | "scripted" | "none";

/** Who changes the spec, and who answers for it. */
export const author = "spec-author";
export const maintainer = "maintainer";

export interface DemoWorld {
  readonly sandbox: Sandbox;
  readonly server: Server;
  readonly model: ModelKind;
  /** A folder for clones, deleted at the end. */
  readonly folder: string;
  /** What the App logged at level error. */
  readonly errors: readonly string[];
  /** Resolves when every webhook was answered and every job ended. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds the App gets to end what it is doing. */
const graceMs = 2_000;

/** The sandbox and the App in this process, joined by signed webhooks over HTTP. Script: whether our own replies fit; `clock`: the App's. */
export async function startWorld(
  port: number,
  script: boolean,
  { clock }: Pick<Replacements, "clock"> = {},
): Promise<DemoWorld> {
  const folder = await mkdtemp(join(tmpdir(), "twopath-demo-"));
  const sandbox = await createSandbox({ port, clock: () => new Date() }).catch((cause: unknown) => {
    const taken = (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
    throw taken ? new UserError(`Port ${port} is taken. Name another with --port.`, { cause }) : cause;
  });
  for (const login of [author, maintainer]) sandbox.createUser(login);
  const errors: string[] = [];
  try {
    const settings = readSettings({
      ...modelVariables(),
      ...sandbox.settings,
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "error",
      TWOPATH_DATA_DIR: join(folder, "data"),
    });
    const model: ModelKind = settings.model.apiKey !== null ? "live" : script ? "scripted" : "none";
    const server = await startServer(settings, {
      ...(model === "scripted" ? { model: await scriptedReplies() } : {}),
      ...(clock === undefined ? {} : { clock }),
      writeLog: (line) => errors.push(line),
    });
    sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
    return { sandbox, server, model, folder, errors, ...ends(sandbox, server, folder) };
  } catch (error) {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function ends(sandbox: Sandbox, server: Server, folder: string): Pick<DemoWorld, "settled" | "close"> {
  return {
    settled: async () => {
      // What a job did may send a webhook, and that may start a job.
      for (let round = 0; round < 3; round++) {
        await sandbox.webhooks.settled();
        await server.tools.queue.idle();
      }
    },
    close: async () => {
      await server.stop(graceMs);
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
