import { createAppAuth, type InstallationAuthOptions } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import type { Clock } from "../ports.ts";
import { createEtagCache, type EtagCache } from "./etag-cache.ts";
import { applyRequestPolicy } from "./request-policy.ts";
import { WriteLimit } from "./write-limit.ts";

/** Milliseconds an answer may take, body included. */
const timeouts = { read: 10_000, write: 30_000 };

export interface AppCredentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of a GitHub Enterprise Server. */
  readonly baseUrl: string;
}

/** A token made elsewhere, such as a workflow's: it reaches one repository and belongs to the App with this slug. */
export interface GivenToken {
  readonly token: string;
  readonly appSlug: string;
  readonly baseUrl: string;
}

/** What all clients of the process have in common. */
interface Shared {
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly auth: Mint;
  readonly etags: EtagCache;
  readonly writes: Map<number, WriteLimit>;
  /** Told each token as soon as it is minted. */
  readonly onToken: (token: string) => void;
}

type TokenScope = InstallationAuthOptions | { readonly type: "app" };
type Mint = (scope: TokenScope) => Promise<{ readonly token: string }>;
type Authorization = (refresh: boolean) => Promise<string>;

/** Octokit clients, made once per repository; each acts with a token that reaches this one repository only. */
export class InstallationClients {
  readonly #clients = new Map<string, Octokit>();
  readonly #shared: Shared;
  readonly #signal: AbortSignal | null;

  constructor(shared: Shared, signal: AbortSignal | null) {
    this.#shared = shared;
    this.#signal = signal;
  }

  /** Clients whose requests end with the signal; tokens, limits and remembered answers stay shared. */
  within(signal: AbortSignal): InstallationClients {
    return new InstallationClients(this.#shared, signal);
  }

  /** Acts as the App itself: who it is, where it is installed. */
  app(): Octokit {
    return this.#client("app", 0, async () => `bearer ${(await this.#shared.auth({ type: "app" })).token}`);
  }

  /** Acts in one installation; used only to look a repository up by name. */
  installation(installationId: number): Octokit {
    const scope: InstallationAuthOptions = { type: "installation", installationId };
    return this.#client(`${installationId}`, installationId, this.#token(scope));
  }

  /** Acts in one installation, with a token limited to one repository. */
  repository(installationId: number, repositoryId: number): Octokit {
    const repositoryIds = [repositoryId];
    const scope: InstallationAuthOptions = { type: "installation", installationId, repositoryIds };
    return this.#client(`${installationId}/${repositoryId}`, installationId, this.#token(scope));
  }

  #token(scope: InstallationAuthOptions): Authorization {
    let last = "";
    return async (refresh) => {
      const { token } = await this.#shared.auth({ ...scope, refresh });
      if (token !== last) this.#shared.onToken(token);
      last = token;
      return `token ${token}`;
    };
  }

  #client(key: string, installationId: number, authorization: Authorization): Octokit {
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const { clock, baseUrl, etags } = this.#shared;
    const signal = this.#signal;
    const octokit = new Octokit(octokitOptions(baseUrl, signal));
    const writes = this.#shared.writes.get(installationId) ?? new WriteLimit(clock);
    this.#shared.writes.set(installationId, writes);
    applyRequestPolicy(octokit, { clock, etags, scope: key, writes, authorization, signal });
    this.#clients.set(key, octokit);
    return octokit;
  }
}

/** `onToken` is told each installation token as soon as it is minted, so that no log can hold it. */
export function createInstallationClients(
  credentials: AppCredentials | GivenToken,
  clock: Clock,
  onToken: (token: string) => void,
): InstallationClients {
  const { baseUrl } = credentials;
  const auth: Mint = "token" in credentials ? () => Promise.resolve(credentials) : mintAsApp(credentials);
  return new InstallationClients(
    { baseUrl, clock, auth, etags: createEtagCache(), writes: new Map(), onToken },
    null,
  );
}

function mintAsApp({ appId, privateKey, baseUrl }: AppCredentials): Mint {
  const { request } = new Octokit(octokitOptions(baseUrl, null));
  const auth = createAppAuth({ appId, privateKey, request });
  return (scope) => (scope.type === "app" ? auth(scope) : auth(scope));
}

function octokitOptions(baseUrl: string, signal: AbortSignal | null) {
  return { baseUrl, userAgent: "twopath", log: silent, request: { fetch: fetchInTime(signal) } };
}

function fetchInTime(ended: AbortSignal | null): typeof fetch {
  return (input, init) => {
    const late = AbortSignal.timeout(init?.method === "GET" ? timeouts.read : timeouts.write);
    return fetch(input, { ...init, signal: ended === null ? late : AbortSignal.any([late, ended]) });
  };
}

/** Octokit's own lines hold URLs and deprecations nobody acts on; failures are logged where they are handled. */
const silent = { debug: noLog, info: noLog, warn: noLog, error: noLog };

function noLog(): void {
  return undefined;
}
