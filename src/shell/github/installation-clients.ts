import { createAppAuth, type InstallationAuthOptions } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import type { Clock } from "../ports.ts";
import { EtagCache } from "./etag-cache.ts";
import { applyRequestPolicy } from "./request-policy.ts";
import { WriteLimit } from "./write-limit.ts";

/** Milliseconds an answer may take, body included. */
const timeout = 20_000;

export interface AppCredentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of a GitHub Enterprise Server. */
  readonly baseUrl: string;
}

/** Octokit clients, made once per repository; each acts with a token that reaches this one repository only. */
export class InstallationClients {
  readonly #clients = new Map<string, Octokit>();
  readonly #writes = new Map<number, WriteLimit>();
  readonly #options: {
    baseUrl: string;
    userAgent: string;
    log: typeof silent;
    request: { fetch: typeof fetch };
  };
  readonly #auth: ReturnType<typeof createAppAuth>;
  readonly #clock: Clock;

  constructor({ appId, privateKey, baseUrl }: AppCredentials, clock: Clock) {
    this.#clock = clock;
    this.#options = { baseUrl, userAgent: "twopath", log: silent, request: { fetch: fetchInTime } };
    this.#auth = createAppAuth({ appId, privateKey, request: new Octokit(this.#options).request });
  }

  /** Acts as the App itself: who it is, where it is installed. */
  app(): Octokit {
    return this.#client("app", 0, async () => `bearer ${(await this.#auth({ type: "app" })).token}`);
  }

  /** Acts in one installation; used only to look a repository up by name. */
  installation(installationId: number): Octokit {
    return this.#client(`${installationId}`, installationId, async (refresh) => {
      const { token } = await this.#auth({ type: "installation", installationId, refresh });
      return `token ${token}`;
    });
  }

  /** Acts in one installation, with a token limited to one repository. */
  repository(installationId: number, repositoryId: number): Octokit {
    const scope: InstallationAuthOptions = {
      type: "installation",
      installationId,
      repositoryIds: [repositoryId],
    };
    return this.#client(`${installationId}/${repositoryId}`, installationId, async (refresh) => {
      const { token } = await this.#auth({ ...scope, refresh });
      return `token ${token}`;
    });
  }

  #client(
    key: string,
    installationId: number,
    authorization: (refresh: boolean) => Promise<string>,
  ): Octokit {
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const octokit = new Octokit(this.#options);
    const writes = this.#writes.get(installationId) ?? new WriteLimit(this.#clock);
    this.#writes.set(installationId, writes);
    applyRequestPolicy(octokit, { clock: this.#clock, etags: new EtagCache(200), writes, authorization });
    this.#clients.set(key, octokit);
    return octokit;
  }
}

async function fetchInTime(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  return fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
}

/** Octokit's own lines hold URLs and deprecations nobody acts on; failures are logged where they are handled. */
const silent = { debug: noLog, info: noLog, warn: noLog, error: noLog };

function noLog(): void {
  return undefined;
}
