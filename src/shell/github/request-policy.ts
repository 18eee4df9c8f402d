import type { Octokit } from "@octokit/rest";
import { UserError } from "../../core/user-error.ts";
import type { Clock } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { type EtagCache, isImmutable } from "./etag-cache.ts";
import { explainRefusal, type Failure, installationGone } from "./explain-refusal.ts";
import type { InstallationLimit } from "./installation-limit.ts";

interface RequestPolicy {
  readonly clock: Clock;
  readonly etags: EtagCache;
  /** Whose answers these are: nobody gets another's. */
  readonly scope: string;
  readonly limit: InstallationLimit;
  /** True for the one note to the person who waits, which is tried although GitHub asked for silence. */
  readonly bypassRateLimit: boolean;
  /** Requests left in the hour, told after each answer. */
  readonly onRateLimitLeft: (left: number) => void;
  /** No request is begun once it is aborted. */
  readonly signal: AbortSignal | null;
  /** The header's value. `refresh` after a 401: the token in use may have been revoked before its hour was over. */
  authorization(refresh: boolean): Promise<string>;
}

interface RequestOptions {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string | number | undefined>;
  readonly request?: object;
}
type Answer = { readonly headers: Record<string, unknown>; readonly data?: unknown };
type Send = (options: RequestOptions) => Promise<Answer>;

/**
 * Every request goes through here: conditional GETs; one more try of a GET that broke, never of a write, which may
 * have been done; one fresh token after a 401; and waiting is the queue's business, not this process's.
 */
export function applyRequestPolicy(octokit: Octokit, policy: RequestPolicy): void {
  octokit.hook.wrap("request", async (plainSend, options) => {
    const request = options as RequestOptions;
    const send = plainSend as unknown as Send;
    try {
      if (!policy.bypassRateLimit) await policy.limit.check(onlyReads(request) ? "GET" : request.method);
      return (await sendOnceMore(send, request, policy)) as never;
    } catch (error) {
      policy.signal?.throwIfAborted();
      throw await explain(error, request, policy);
    }
  });
}

async function sendOnceMore(send: Send, request: RequestOptions, policy: RequestPolicy): Promise<unknown> {
  let refresh = false;
  try {
    return await sendConditionally(send, request, policy, refresh);
  } catch (error) {
    const failed = failure(error);
    refresh = failed?.status === 401;
    const brokenGet = onlyReads(request) && (failed === null || failed.status >= 500);
    if (!refresh && !brokenGet) throw error;
  }
  return sendConditionally(send, request, policy, refresh);
}

async function sendConditionally(
  send: Send,
  request: RequestOptions,
  policy: RequestPolicy,
  refresh: boolean,
): Promise<unknown> {
  policy.signal?.throwIfAborted();
  // Hooks of Octokit's own plugins are bound to this very object: a copy would lose the headers.
  request.headers["authorization"] = await policy.authorization(refresh);
  if (request.method !== "GET" || isImmutable(request.url)) return counted(await send(request), policy);
  const key = JSON.stringify([
    policy.scope,
    request.url,
    { ...request, headers: undefined, request: undefined },
  ]);
  const known = policy.etags.get(key);
  if (known !== undefined) request.headers["if-none-match"] = known.etag;
  try {
    return remember(counted(await send(request), policy), key, policy.etags);
  } catch (error) {
    if (known !== undefined && failure(error)?.status === 304) return known.answer;
    throw error;
  }
}

/** GraphQL is asked questions only, by POST. */
function onlyReads({ method, url }: RequestOptions): boolean {
  return method === "GET" || /\/graphql$/.test(url);
}

function counted(answer: Answer, policy: RequestPolicy): Answer {
  const left = Number(answer.headers["x-ratelimit-remaining"] ?? Number.NaN);
  const { "x-ratelimit-resource": resource = "core" } = answer.headers;
  if (left >= 0 && resource === "core") policy.onRateLimitLeft(left);
  return answer;
}

/** Not a redirection: its address holds for minutes. */
function remember(answer: Answer, key: string, etags: EtagCache): Answer {
  const etag = answer.headers["etag"];
  const redirects = answer.headers["location"] !== undefined;
  if (typeof etag === "string" && !redirects) etags.set(key, { etag, answer });
  return answer;
}

async function explain(
  error: unknown,
  request: RequestOptions,
  { clock, limit }: RequestPolicy,
): Promise<unknown> {
  if (error instanceof RetryLater || error instanceof UserError) return error;
  const gone = installationGone(error);
  if (gone !== null) return gone;
  const failed = failure(error);
  if (failed === null) {
    return new Error(`${request.method} ${request.url}: no answer from GitHub`, { cause: error });
  }
  const wait = waitUntil(failed, clock.now());
  if (wait !== null) {
    await limit.limited(wait);
    return new RetryLater("GitHub limits requests", wait, { cause: error });
  }
  return explainRefusal(failed, `${request.method} ${request.url}`, error);
}

/**
 * When a limited request may be sent again, or null when it was not limited
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 */
export function waitUntil(failed: Failure, now: Date): Date | null {
  if (failed.status !== 403 && failed.status !== 429) return null;
  const retryAfter = Number(failed.headers["retry-after"] ?? Number.NaN);
  if (retryAfter >= 0) return new Date(now.getTime() + Math.min(retryAfter, 3600) * 1000);
  const reset = Number(failed.headers["x-ratelimit-reset"] ?? Number.NaN);
  if (failed.headers["x-ratelimit-remaining"] === "0" && reset > 0) return new Date((reset + 1) * 1000);
  const limited = failed.status === 429 || /secondary rate limit|abuse/i.test(failed.message);
  return limited ? new Date(now.getTime() + 60_000) : null;
}

/** The answer's status and headers, or null when none came. */
export function failure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  const response =
    "response" in error ? (error.response as { headers?: Failure["headers"] } | undefined) : undefined;
  // Octokit reports a request that got no answer as status 500 without a response.
  if (response === undefined && error.status === 500) return null;
  return { status: error.status, headers: response?.headers ?? {}, message: error.message };
}

/**
 * Null instead of a 404, a 410 (a repository or pull request that is gone) or what GitHub answers for a repository that it has
 * blocked: no second try changes that, and who may not know of a repository is not told of its state.
 */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    const failed = failure(error);
    if (failed !== null && isGone(failed)) return null;
    throw error;
  }
}

function isGone({ status, message }: Failure): boolean {
  return [404, 410, 451].includes(status) || (status === 403 && /repository access blocked/i.test(message));
}
