import { readFileSync } from "node:fs";
import { z } from "zod";
import { UserError } from "./core/user-error.ts";
import { type Environment, type ModelSettings, ownEnvironment, readModelSettings } from "./settings.ts";

/** What a workflow run gives the Action (docs.github.com, "Variables reference" of GitHub Actions). */
export interface ActionSettings {
  /** The workflow's token; it reaches the workflow's own repository only and lives as long as the run. */
  readonly token: string;
  readonly apiUrl: string;
  readonly webUrl: string;
  readonly event: string;
  /** Unique for the run and its attempt; takes the place of a delivery id. */
  readonly runId: string;
  readonly payload: unknown;
  readonly model: ModelSettings;
}

const schema = z.object({
  INPUT_TOKEN: z.string().min(1),
  GITHUB_API_URL: z.url(),
  GITHUB_SERVER_URL: z.url(),
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_EVENT_PATH: z.string().min(1),
  GITHUB_RUN_ID: z.string().min(1),
  GITHUB_RUN_ATTEMPT: z.string().default("1"),
});

/** Throws UserError naming what is missing; values are never part of the message. */
export function readActionSettings(environment: Environment = ownEnvironment): ActionSettings {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].join(", ");
    throw new UserError(
      `Missing in the environment: ${names}. This program runs inside a workflow of GitHub Actions; see action.yml.`,
    );
  }
  const { data } = parsed;
  return {
    token: data.INPUT_TOKEN,
    apiUrl: data.GITHUB_API_URL,
    webUrl: data.GITHUB_SERVER_URL,
    event: data.GITHUB_EVENT_NAME,
    runId: `${data.GITHUB_RUN_ID}-${data.GITHUB_RUN_ATTEMPT}`,
    payload: readEvent(data.GITHUB_EVENT_PATH),
    model: readModelSettings({ ...environment, ANTHROPIC_API_KEY: environment["INPUT_ANTHROPIC-API-KEY"] }),
  };
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new UserError(`The event in GITHUB_EVENT_PATH (${path}) cannot be read as JSON.`, { cause });
  }
}
