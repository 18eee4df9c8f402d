import type { z } from "zod";
import type { Account } from "../world/account.ts";
import type { Permissions } from "../world/permission.ts";
import { atLeast, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountOf, type Actor } from "./actor.ts";
import { HttpError, notFound } from "./http-error.ts";

/** One API request, understood as far as its route. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly accept: string;
}

export interface Answer {
  readonly status: number;
  /** JSON, or bytes to be sent as they are; nothing for 204 and redirects. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Template as in GitHub's API description. */
  readonly template: string;
  /** `app`: the App's JWT. Otherwise alternatives like `issues:write`, one of which the token must have. */
  readonly needs: "app" | "installation" | readonly string[];
  readonly handle: (call: Call) => Promise<Answer> | Answer;
}

/** Parameters whose value may hold slashes. */
const long = new Set(["path", "ref", "basehead"]);

export function patternOf(template: string): RegExp {
  const source = template.replace(/\{([a-z_]+)\}/g, (_, name: string) =>
    long.has(name) ? `(?<${name}>.*)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  return value;
}

/** The request's body, checked; 422 in GitHub's form otherwise. */
export function bodyOf<T extends z.ZodType>(call: Call, schema: T): z.infer<T> {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    field: issue.path.join("."),
    code: "invalid",
    message: issue.message,
  }));
  throw new HttpError(422, "Invalid request.", errors);
}

/** The repository named in the path, if the caller may see it; 404 otherwise. */
export function repositoryOf(call: Call): Repository {
  const repository = call.world.findRepository(`${param(call, "owner")}/${param(call, "repo")}`);
  if (!repository || !maySee(call, repository)) throw notFound();
  return repository;
}

/** The account behind the request, for writes. */
export function writer(call: Call): Account {
  const account = accountOf(call.world, call.actor);
  if (!account) throw new HttpError(401, "Requires authentication");
  return account;
}

/** Whether the caller may read the contents of a repository that a query names. */
export function mayReadContents(call: Call, repository: Repository): boolean {
  if (!maySee(call, repository)) return false;
  const { actor } = call;
  if (actor.kind === "user") return true;
  return (
    actor.kind === "installation" &&
    holds(call, repository) &&
    allows(actor.token.permissions, "contents:read")
  );
}

function holds(call: Call, repository: Repository): boolean {
  if (call.actor.kind !== "installation") return false;
  const { token } = call.actor;
  return token.repositories
    ? token.repositories.has(repository)
    : token.installation.repositories.has(repository);
}

function maySee(call: Call, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (call.actor.kind === "user")
    return atLeast(call.world.access(repository, call.actor.account.login), "read");
  return holds(call, repository);
}

/** Throws unless the caller may make this request: GitHub's answers for a missing permission. */
export function authorize(call: Call, route: Route): void {
  const { actor } = call;
  if (route.needs === "app") {
    if (actor.kind !== "app") throw new HttpError(401, "A JSON web token could not be decoded");
    return;
  }
  if (route.needs === "installation") {
    if (actor.kind !== "installation") throw new HttpError(403, "Resource not accessible by integration");
    return;
  }
  if (actor.kind === "app") throw new HttpError(401, "Requires authentication");
  if (!route.template.startsWith("/repos/")) return;
  const repository = repositoryOf(call);
  const writes = route.needs.some((need) => need.endsWith(":write")) && route.method !== "GET";
  if (repository.archived && writes) throw new HttpError(403, "Repository was archived so is read-only.");
  if (actor.kind === "installation") authorizeToken(call, repository, route, actor.token.permissions);
  else if (writes) authorizeUser(call, repository, route);
}

function authorizeToken(call: Call, repository: Repository, route: Route, permissions: Permissions): void {
  const needs = route.needs as readonly string[];
  const reads = needs.every((need) => need.endsWith(":read"));
  if (!holds(call, repository) && reads && !repository.isPrivate) return;
  const granted = needs.length === 0 || needs.some((need) => allows(permissions, need));
  if (holds(call, repository) && granted) return;
  throw new HttpError(403, "Resource not accessible by integration", [], {
    "x-accepted-github-permissions": needs.map((need) => need.replace(":", "=")).join("; "),
  });
}

function allows(permissions: Permissions, need: string): boolean {
  const [name = "", level] = need.split(":");
  const held = permissions[name];
  return held === "write" || (held === "read" && level === "read") || need === "metadata:read";
}

/** Users comment and react with read access; anything else needs write. */
function authorizeUser(call: Call, repository: Repository, route: Route): void {
  const account = writer(call);
  const access = call.world.access(repository, account.login);
  const talk = route.template.includes("/issues/") || route.template.includes("/pulls");
  if (!atLeast(access, talk ? "read" : "write"))
    throw new HttpError(403, "Must have write access to Repository.");
}
