import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { UserError } from "./core/user-error.ts";
import { readPrivateKey } from "./shell/private-key.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment this process was started with; nothing else in the program looks at it. */
export const ownEnvironment: Environment = process.env;

/** Where a secret is sent, and the secrets that are sent there. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  ANTHROPIC_BASE_URL: ["ANTHROPIC_API_KEY"],
  GHE_HOST: ["PRIVATE_KEY", "PRIVATE_KEY_PATH", "GITHUB_TOKEN"],
  GHE_PROTOCOL: ["PRIVATE_KEY", "PRIVATE_KEY_PATH", "GITHUB_TOKEN"],
};
const ownNames =
  /^(?:APP_ID|PRIVATE_KEY|PRIVATE_KEY_PATH|WEBHOOK_SECRET|HOST|PORT|LOG_LEVEL|DATABASE_URL|(?:GHE|ANTHROPIC|TWOPATH)_[A-Z_]+)$/;

/**
 * Takes what `.env` in the current folder sets and the environment does not, as `twopath setup` writes it. The folder may be
 * somebody else's: only settings of ours are taken, and none that would send a secret of the environment elsewhere. Throws
 * UserError for such a one.
 */
export function loadSettingsFile(): void {
  if (!existsSync(".env")) return;
  const found = Object.entries(parseEnv(readFileSync(".env", "utf8"))).filter(
    ([name]) => ownNames.test(name) && process.env[name] === undefined,
  );
  for (const [name] of found) {
    const secret = addresses[name]?.find((one) => process.env[one] !== undefined);
    if (secret !== undefined)
      throw new UserError(
        `.env in this folder sets ${name}, but ${secret} is set in the environment and would be sent there. ` +
          `Set both in one place.`,
      );
  }
  for (const [name, value] of found) process.env[name] = value;
}

/** Everything the server can be told, validated. The only reader of the environment makes it. */
export interface Settings {
  readonly app: { readonly id: number; readonly privateKey: string };
  readonly webhookSecret: string;
  readonly github: {
    /** REST API root without a trailing slash, `https://api.github.com` or that of an Enterprise Server. */
    readonly apiUrl: string;
    /** What people open in a browser, without a trailing slash. */
    readonly webUrl: string;
  };
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** Absent: `/metrics` answers nobody. */
    readonly metricsToken?: string;
  };
  readonly logLevel: z.infer<typeof logLevel>;
  readonly model: ModelSettings;
  readonly store:
    | { readonly type: "sqlite"; readonly folder: string }
    | { readonly type: "postgres"; readonly url: string };
  /** Lower case; empty: every owner that installs the App. */
  readonly allowedOwners: readonly string[];
  /** Whether a repair reads commit statuses and the end of logs, which takes permissions that the App does not ask for. */
  readonly readsCiLogs: boolean;
}

export interface ModelSettings {
  /** Null: no model, rules only. */
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly judge: string;
  readonly writer: string;
  /** US dollars a calendar month (UTC). */
  readonly monthlyBudgetUsd: number;
}

const defaultModels = { judge: "claude-sonnet-5-5", writer: "claude-opus-5-5" } as const;

/** Until whoever runs the server names another sum. */
const defaultMonthlyBudgetUsd = 100;

const shortestWebhookSecret = 32;
const logLevel = z.enum(["trace", "debug", "info", "warn", "error", "fatal"]);

/** An empty variable, as `.env` files and compose write it, is the same as none. */
const optional = <T extends z.ZodType>(schema: T): z.ZodPreprocess<z.ZodOptional<T>> =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const webhookSecret = z
  .string({ error: "is missing. It proves that a webhook comes from GitHub" })
  .refine((value) => value !== "development", "is `development`, a value everybody knows")
  .refine(
    (value) => value === "development" || value.length >= shortestWebhookSecret,
    `is shorter than ${String(shortestWebhookSecret)} characters`,
  );

const url = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });

const schema = z.object({
  APP_ID: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string({ error: "is missing. It stands on the App's settings page" })
      .regex(/^[0-9]{1,15}$/, "must be a number"),
  ),
  PRIVATE_KEY: optional(z.string()),
  PRIVATE_KEY_PATH: optional(z.string()),
  WEBHOOK_SECRET: z.preprocess((value) => (value === "" ? undefined : value), webhookSecret),
  GHE_HOST: optional(z.string().regex(/^[A-Za-z0-9.:-]{1,255}$/, "must be a host name, without https://")),
  GHE_PROTOCOL: optional(z.enum(["http", "https"])),
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number("must be a number").int().min(0).max(65535)),
  LOG_LEVEL: optional(logLevel),
  ANTHROPIC_API_KEY: optional(z.string()),
  ANTHROPIC_BASE_URL: optional(url),
  TWOPATH_JUDGE_MODEL: optional(z.string().max(200)),
  TWOPATH_WRITER_MODEL: optional(z.string().max(200)),
  TWOPATH_MONTHLY_BUDGET_USD: optional(z.coerce.number("must be a number of US dollars").nonnegative()),
  TWOPATH_DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(?:ql)?$/, error: "must be a postgres:// URL" })),
  TWOPATH_ALLOWED_OWNERS: optional(z.string()),
  TWOPATH_READ_CI_LOGS: optional(z.enum(["yes", "no"])),
  TWOPATH_METRICS_TOKEN: optional(z.string().min(16, "is shorter than 16 characters")),
});

type Variables = z.infer<typeof schema>;

const modelNames = {
  ANTHROPIC_API_KEY: true,
  ANTHROPIC_BASE_URL: true,
  TWOPATH_JUDGE_MODEL: true,
  TWOPATH_WRITER_MODEL: true,
  TWOPATH_MONTHLY_BUDGET_USD: true,
} as const;

/** The names the environment may use; `.env.example` lists the same. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

/**
 * Reads the settings. Throws UserError naming every variable that is wrong and what to do about it; the values
 * themselves are never part of the message.
 */
export function readSettings(environment: Environment = ownEnvironment): Settings {
  const parsed = schema.safeParse(environment);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  const privateKey = readPrivateKey(environment, problems);
  if (!parsed.success || problems.length > 0) throw refusal(problems);
  return settingsOf(parsed.data, privateKey);
}

/** What the environment says about the model, for the demo, whose App and store are its own. */
export function modelVariables(
  environment: Environment = ownEnvironment,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(modelNames).map((name) => [name, environment[name]]));
}

/** The store alone, for tools that need neither App nor secret. Throws UserError. */
export function readStoreSettings(environment: Environment = ownEnvironment): Settings["store"] {
  const parsed = schema.pick({ TWOPATH_DATA_DIR: true, DATABASE_URL: true }).safeParse(environment);
  if (!parsed.success) throw new UserError("DATABASE_URL must be a postgres:// URL.");
  return storeSettings(parsed.data);
}

/** The model alone, for the GitHub Action. Throws UserError. */
export function readModelSettings(environment: Environment = ownEnvironment): ModelSettings {
  const parsed = schema.pick(modelNames).safeParse(environment);
  if (parsed.success) return modelSettings(parsed.data);
  throw new UserError(
    parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join(" "),
  );
}

function githubAddresses({ GHE_HOST, GHE_PROTOCOL }: Variables): Settings["github"] {
  if (GHE_HOST === undefined) return { apiUrl: "https://api.github.com", webUrl: "https://github.com" };
  const webUrl = `${GHE_PROTOCOL ?? "https"}://${GHE_HOST}`;
  return { apiUrl: `${webUrl}/api/v3`, webUrl };
}

function settingsOf(read: Variables, privateKey: string): Settings {
  return {
    app: { id: Number(read.APP_ID), privateKey },
    webhookSecret: read.WEBHOOK_SECRET,
    github: githubAddresses(read),
    server: {
      host: read.HOST ?? "localhost",
      port: read.PORT ?? 3000,
      ...(read.TWOPATH_METRICS_TOKEN === undefined ? {} : { metricsToken: read.TWOPATH_METRICS_TOKEN }),
    },
    logLevel: read.LOG_LEVEL ?? "info",
    model: modelSettings(read),
    store: storeSettings(read),
    allowedOwners: owners(read.TWOPATH_ALLOWED_OWNERS),
    readsCiLogs: read.TWOPATH_READ_CI_LOGS === "yes",
  };
}

type ModelVariables = Pick<Variables, keyof typeof modelNames>;
type StoreVariables = Pick<Variables, "TWOPATH_DATA_DIR" | "DATABASE_URL">;

function modelSettings(read: ModelVariables): ModelSettings {
  return {
    apiKey: read.ANTHROPIC_API_KEY ?? null,
    baseUrl: read.ANTHROPIC_BASE_URL ?? null,
    judge: read.TWOPATH_JUDGE_MODEL ?? defaultModels.judge,
    writer: read.TWOPATH_WRITER_MODEL ?? defaultModels.writer,
    monthlyBudgetUsd: read.TWOPATH_MONTHLY_BUDGET_USD ?? defaultMonthlyBudgetUsd,
  };
}

function storeSettings(read: StoreVariables): Settings["store"] {
  if (read.DATABASE_URL !== undefined) return { type: "postgres", url: read.DATABASE_URL };
  return { type: "sqlite", folder: read.TWOPATH_DATA_DIR ?? "./data" };
}

function owners(list: string | undefined): readonly string[] {
  return (list ?? "")
    .split(",")
    .map((owner) => owner.trim().toLowerCase())
    .filter((owner) => owner !== "");
}

function refusal(problems: readonly string[]): UserError {
  const secret = problems.some((problem) => problem.startsWith("WEBHOOK_SECRET"));
  const remedy = secret
    ? [
        "Make a secret with `openssl rand -hex 32`, set it as WEBHOOK_SECRET and as the webhook secret of the App.",
      ]
    : [];
  return new UserError(
    [
      "twopath does not start with these settings:",
      ...problems.map((problem) => `  ${problem}`),
      ...remedy,
    ].join("\n"),
  );
}
