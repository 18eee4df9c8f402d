import { createAppAuth, type InstallationAuthOptions } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import type { Clock, KeyValueStore } from "../ports.ts";
import { AppJwt } from "./app-jwt.ts";
import { createEtagCache, type EtagCache } from "./etag-cache.ts";
import { InstallationLimit } from "./installation-limit.ts";
import { applyRequestPolicy } from "./request-policy.ts";
import type { Permissions } from "./token-permissions.ts";

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
  readonly kept: Kept;
  readonly auth: Mint;
  readonly etags: EtagCache;
  readonly heard: Heard;
}

/** The time, and where limits are counted, over all processes of one store. */
export interface Kept {
  readonly clock: Clock;
  readonly values: Pick<KeyValueStore, "get" | "update">;
}

/** What the process wants to know of its talk with GitHub. */
export interface Heard {
  /** Each installation token as soon as it is minted, so that no log can hold it. */
  readonly onToken: (token: string) => void;
  /** Requests left in the hour, after each answer. */
  readonly onRateLimitLeft: (left: number) => void;
  /** Each answer; absent: nobody listens. */
  readonly onAnswer?: (answer: HeardAnswer) => void;
}

/** An answer as a log shows it. */
export interface HeardAnswer {
  readonly method: string;
  /** Without the query, which holds a token where an archive is downloaded. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds until the headers came. */
  readonly ms: number;
}

/** For whom requests are made. */
interface Caller {
  /** Ends the requests. */
  readonly signal: AbortSignal | null;
  /** True for the one note to the person who waits, which is tried although GitHub asked for silence. */
  readonly bypassRateLimit: boolean;
}

type TokenScope = InstallationAuthOptions | { readonly type: "app" };
type Mint = (scope: TokenScope) => Promise<{ readonly token: string }>;
type Authorization = (refresh: boolean) => Promise<string>;

/**
 * Octokit clients, made once per repository and purpose; each acts with a token that reaches this one repository only, and
 * there no more than what it is for.
 */
export class InstallationClients {
  readonly #clients = new Map<string, Octokit>();
  readonly #shared: Shared;
  readonly #caller: Caller;

  constructor(shared: Shared, caller: Caller) {
    this.#shared = shared;
    this.#caller = caller;
  }

  /** Clients for one caller; tokens, limits and remembered answers stay shared. */
  for(caller: Caller): InstallationClients {
    return new InstallationClients(this.#shared, caller);
  }

  /** Acts as the App itself: who it is, where it is installed. */
  app(): Octokit {
    return this.#client(
      { key: "app", scope: "app" },
      0,
      async () => `bearer ${(await this.#shared.auth({ type: "app" })).token}`,
    );
  }

  /** Acts in one installation with a token that reads no content: to look up repositories. */
  installation(installationId: number): Octokit {
    const permissions = { metadata: "read" } as const;
    const scope: InstallationAuthOptions = { type: "installation", installationId, permissions };
    const key = String(installationId);
    return this.#client({ key, scope: key }, installationId, this.#token(scope));
  }

  /** Acts in one installation, with a token limited to one repository and to what is to be done there. */
  repository(installationId: number, repositoryId: number, permissions: Permissions): Octokit {
    const repositoryIds = [repositoryId];
    const limits: InstallationAuthOptions = {
      type: "installation",
      installationId,
      repositoryIds,
      permissions,
    };
    const scope = `${String(installationId)}/${String(repositoryId)}`;
    return this.#client(
      { key: `${scope}/${JSON.stringify(permissions)}`, scope },
      installationId,
      this.#token(limits),
    );
  }

  #token(scope: InstallationAuthOptions): Authorization {
    let last = "";
    return async (refresh) => {
      const { token } = await this.#mint({ ...scope, refresh });
      if (token !== last) this.#shared.heard.onToken(token);
      last = token;
      return `token ${token}`;
    };
  }

  /**
   * An installation that has not granted all of it yet gets a token of what it has granted: the request that needs more is
   * refused by itself, and says what is missing.
   */
  async #mint({ permissions, ...scope }: InstallationAuthOptions): Promise<{ readonly token: string }> {
    try {
      return await this.#shared.auth({ ...scope, ...(permissions === undefined ? {} : { permissions }) });
    } catch (error) {
      const isUngranted =
        error instanceof Error && /permissions requested are not granted/i.test(error.message);
      if (!isUngranted) throw error;
      return await this.#shared.auth(scope);
    }
  }

  /** `scope` is whose answers are remembered: all of a repository's, whatever a token may do. */
  #client(
    { key, scope }: { readonly key: string; readonly scope: string },
    installationId: number,
    authorization: Authorization,
  ): Octokit {
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const { kept, baseUrl, etags, heard } = this.#shared;
    const octokit = new Octokit(octokitOptions(baseUrl, this.#caller.signal, toldTo(heard)));
    const { clock } = kept;
    const limit = new InstallationLimit(kept.values, installationId, clock);
    const { onRateLimitLeft } = heard;
    const policy = { clock, etags, scope, limit, authorization, onRateLimitLeft };
    applyRequestPolicy(octokit, { ...policy, ...this.#caller });
    this.#clients.set(key, octokit);
    return octokit;
  }
}

/** Clients for nobody in particular; `for` gives those of a job. */
export function createInstallationClients(
  credentials: AppCredentials | GivenToken,
  kept: Kept,
  heard: Heard,
): InstallationClients {
  const { baseUrl } = credentials;
  const auth: Mint =
    "token" in credentials ? () => Promise.resolve(credentials) : mintAsApp(credentials, toldTo(heard));
  const shared = { baseUrl, kept, auth, etags: createEtagCache(), heard };
  return new InstallationClients(shared, { signal: null, bypassRateLimit: false });
}

function mintAsApp({ appId, privateKey, baseUrl }: AppCredentials, tell: OnResponse): Mint {
  const appJwt = new AppJwt(appId, privateKey);
  const { request } = new Octokit(
    octokitOptions(baseUrl, null, (response, sent) => {
      appJwt.heard(response.headers.get("date"), seconds());
      tell(response, sent);
    }),
  );
  const createJwt = () => Promise.resolve(appJwt.create(seconds()));
  const auth = createAppAuth({ appId, createJwt, request });
  return (scope) => (scope.type === "app" ? auth(scope) : auth(scope));
}

/** Of this host's clock as it was when the process began: a clock that is set back meanwhile changes nothing. */
function seconds(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}

function octokitOptions(baseUrl: string, signal: AbortSignal | null, onResponse: OnResponse) {
  return { baseUrl, userAgent: "twopath", log: silent, request: { fetch: fetchInTime(signal, onResponse) } };
}

type OnResponse = (response: Response, sent: { readonly method: string; readonly ms: number }) => void;

function toldTo({ onAnswer }: Heard): OnResponse {
  return ({ url, status }, { method, ms }) => onAnswer?.({ method, path: new URL(url).pathname, status, ms });
}

function fetchInTime(ended: AbortSignal | null, onResponse: OnResponse): typeof fetch {
  return async (input, init) => {
    const method = init?.method ?? "GET";
    const late = AbortSignal.timeout(method === "GET" ? timeouts.read : timeouts.write);
    const signal = ended === null ? late : AbortSignal.any([late, ended]);
    const began = performance.now();
    const response = await fetch(input, { ...init, signal });
    onResponse(response, { method, ms: Math.round(performance.now() - began) });
    return response;
  };
}

/** Octokit's own lines hold URLs and deprecations nobody acts on; failures are logged where they are handled. */
const silent = { debug: noLog, info: noLog, warn: noLog, error: noLog };

function noLog(): void {
  return undefined;
}
