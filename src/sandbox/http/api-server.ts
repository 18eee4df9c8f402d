import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world/world.ts";
import { type Actor, actorName, actorOf } from "./actor.ts";
import { errorAnswer } from "./error-answer.ts";
import type { Faults } from "./fault.ts";
import { HttpError, notFound } from "./http-error.ts";
import { playFaults } from "./play-faults.ts";
import type { LoggedRequest } from "./request-log.ts";
import { type Answer, authorize, patternOf, type Route } from "./route.ts";

const limit = 5000;

/** The API over a table of routes: authentication, faults, permissions, limits, ETags and the log. */
export class ApiServer {
  readonly requests: LoggedRequest[] = [];
  private readonly world: World;
  private readonly faults: Faults;
  private readonly routes: readonly { readonly route: Route; readonly pattern: RegExp }[];
  private readonly used = new Map<string, number>();

  constructor(world: World, routes: readonly Route[], faults: Faults) {
    this.world = world;
    this.faults = faults;
    this.routes = routes.map((route) => ({ route, pattern: patternOf(route.template) }));
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.world.url);
    const path = url.pathname.replace(/^\/api(?:\/v3)?/, "");
    const method = request.method ?? "GET";
    const found = this.find(method, path);
    const entry: LoggedRequest = {
      number: this.requests.length + 1,
      method,
      path: path + url.search,
      route: found ? `${method} ${found.route.template}` : null,
      body: await readJson(request),
      headers: headersOf(request),
      actor: nameOf(this.world, request),
      needs: !found ? [] : typeof found.route.needs === "string" ? [found.route.needs] : found.route.needs,
      at: this.world.wallClock(),
      status: null,
      answer: null,
      answerHeaders: {},
    };
    this.requests.push(entry);
    const faults = this.faults.strike(method, entry.route, entry.path);
    const first = await playFaults(faults, "before", request, entry.route);
    if (first === "gone") return;
    let answer = first ?? (await this.answer(entry, found, url));
    const last = await playFaults(faults, "after", request, entry.route);
    if (last === "gone") return;
    answer = last ?? answer;
    this.send(entry, answer, request, response);
  }

  private find(method: string, path: string): { route: Route; params: Record<string, string> } | null {
    for (const { route, pattern } of this.routes) {
      if (route.method !== method) continue;
      const match = pattern.exec(path);
      if (!match) continue;
      return { route, params: paramsOf(match) };
    }
    return null;
  }

  private async answer(
    entry: LoggedRequest,
    found: ReturnType<ApiServer["find"]>,
    url: URL,
  ): Promise<Answer> {
    try {
      const actor = actorOf(this.world, entry.headers["authorization"]);
      if (!found) throw notFound();
      const call = {
        world: this.world,
        actor,
        params: found.params,
        query: url.searchParams,
        body: entry.body,
        accept: entry.headers["accept"] ?? "",
      };
      authorize(call, found.route);
      const answer = await found.route.handle(call);
      const resource = entry.path === "/graphql" ? "graphql" : "core";
      return { ...answer, headers: { ...this.count(actor, resource), ...answer.headers } };
    } catch (error) {
      if (error instanceof HttpError) return errorAnswer(error);
      return errorAnswer(
        new HttpError(500, error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
    }
  }

  private count(actor: Actor, resource: string): Record<string, string> {
    const who = actor.kind === "installation" ? String(actor.token.installation.id) : actorName(actor);
    const key = `${resource} ${who}`;
    const used = (this.used.get(key) ?? 0) + 1;
    this.used.set(key, used);
    return {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - used)),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(Math.ceil(this.world.wallClock() / 3_600_000) * 3600),
      "x-ratelimit-resource": resource,
    };
  }

  private send(
    entry: LoggedRequest,
    answer: Answer,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const isBytes = answer.body instanceof Uint8Array;
    const bytes = isBytes
      ? answer.body
      : Buffer.from(answer.body === undefined ? "" : JSON.stringify(answer.body));
    const headers: Record<string, string> = {
      date: new Date(this.world.wallClock()).toUTCString(),
      "x-github-request-id": `SANDBOX:${entry.number}`,
      "x-github-media-type": "github.v3; format=json",
      "content-type": isBytes ? "application/octet-stream" : "application/json; charset=utf-8",
      ...answer.headers,
    };
    let { status } = answer;
    if (entry.method === "GET" && status === 200) {
      headers["etag"] = `"${createHash("sha256").update(bytes).digest("hex")}"`;
      if (request.headers["if-none-match"] === headers["etag"]) status = 304;
    }
    entry.status = status;
    entry.answer = isBytes || status === 304 ? null : (answer.body ?? null);
    entry.answerHeaders = headers;
    response.writeHead(status, headers);
    response.end(status === 304 || status === 204 ? undefined : bytes);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return null;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

function paramsOf(match: RegExpExecArray): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(match.groups ?? {})) params[key] = decodeURIComponent(value);
  return params;
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
}

function nameOf(world: World, request: IncomingMessage): string {
  try {
    return actorName(actorOf(world, request.headers.authorization));
  } catch {
    return "refused";
  }
}
