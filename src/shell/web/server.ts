import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { repoConfigSchema } from "../../core/repo-config.ts";
import { UserError } from "../../core/user-error.ts";
import { logAbout, type Logger } from "../log.ts";
import { BodyRoom, readBody, RefusedBody } from "./read-body.ts";

/** A delivery that was signed with the secret. */
export interface WebhookRequest {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
}

/** `bad-payload`: the sender's fault; GitHub shows it failed. */
export type WebhookAnswer = "accepted" | "bad-payload" | "unavailable";

interface WebOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** What GitHub signs deliveries with. */
  readonly secret: string;
  /** Parses, then enqueues what was signed; resolves when the work is on disk. */
  readonly webhook: (request: WebhookRequest) => Promise<WebhookAnswer>;
  /** Null when ready to take work, else why not. */
  readonly notReady: () => Promise<string | null>;
  /** Who asks for `/metrics` brings it as a bearer token; absent: nobody is answered. */
  readonly metricsToken?: string;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

export interface Web {
  readonly url: string;
  /** Takes no new connections and waits for the open requests. */
  close(): Promise<void>;
}

/** For editors: `# yaml-language-server: $schema=https://SERVER/schema/twopath.schema.json`. */
const schemaPath = "/schema/twopath.schema.json";
const webhookPath = "/api/github/webhooks";
const statusOf: Readonly<Record<WebhookAnswer | "bad-signature", number>> = {
  accepted: 202,
  "bad-signature": 400,
  "bad-payload": 400,
  unavailable: 503,
};

/** Milliseconds without a byte in either direction; a delivery is answered in a second. */
const silenceMs = 12_000;
const maxConnections = 2_000;

type Serving = WebOptions & { readonly room: BodyRoom };

/** Serves the webhook, `/healthz`, `/readyz`, `/metrics` and the configuration's schema; everything else is 404. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const server = createServer({
    headersTimeout: 5000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 1000,
  });
  server.maxRequestsPerSocket = 10_000;
  // A connection on which nothing comes is no sender.
  server.setTimeout(silenceMs, (socket) => {
    socket.destroy();
  });
  server.maxConnections = maxConnections;
  const room = new BodyRoom();
  server.on("request", (request, response) => {
    void answer(request, response, { ...options, room }).catch((error: unknown) => {
      options.log.error({ err: error }, "request failed");
      finish(request, response, 500, "internal error");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${String(options.port)} is in use. Set PORT to another one.`;
      reject(error.code === "EADDRINUSE" ? new UserError(taken, { cause: error }) : error);
    });
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${String(port)}`, close: () => close(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: Serving): Promise<void> {
  const route = `${request.method ?? ""} ${(request.url ?? "").split("?", 1)[0] ?? ""}`;
  if (route === `POST ${webhookPath}`) {
    await answerWebhook(request, response, options);
  } else if (route === "GET /healthz") {
    finish(request, response, 200, "ok");
  } else if (route === "GET /readyz") {
    const problem = await options.notReady();
    finish(request, response, problem === null ? 200 : 503, problem ?? "ready");
  } else if (route === "GET /metrics" && mayRead(request, options.metricsToken)) {
    const { type, text } = await options.metrics();
    finish(request, response, 200, text, type);
  } else if (route === `GET ${schemaPath}`) {
    finish(request, response, 200, JSON.stringify(repoConfigSchema()), "application/schema+json");
  } else {
    finish(request, response, 404, "not found");
  }
}

async function answerWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  options: Serving,
): Promise<void> {
  const id = header(request, "x-github-delivery");
  const name = header(request, "x-github-event");
  const signature = header(request, "x-hub-signature-256");
  if (
    !/^[A-Za-z0-9-]{1,100}$/.test(id) ||
    !/^[a-z_]{1,60}$/.test(name) ||
    !/^sha256=[0-9a-f]{64}$/.test(signature)
  ) {
    finish(request, response, 400, "a GitHub delivery has an id, an event and a SHA-256 signature");
    return;
  }
  if (!/^\s*application\/json\s*(?:;|$)/.test(header(request, "content-type"))) {
    finish(request, response, 415, "set the content type of the webhook to application/json");
    return;
  }
  await logAbout({ deliveryId: id, event: name }, async () => {
    try {
      const result = await received(request, { id, name, signature }, options);
      finish(request, response, statusOf[result], result);
    } catch (error) {
      if (error instanceof RefusedBody) {
        options.log.warn({ status: error.status }, error.message);
        finish(request, response, error.status, error.message);
      } else {
        options.log.error({ err: error }, "delivery failed");
        finish(request, response, 500, "internal error");
      }
    }
  });
}

/** That a request comes from this machine proves nothing: whatever stands before the server may be on it too. */
function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return false;
  const [given, wanted] = [header(request, "authorization"), `Bearer ${token}`].map((text) =>
    createHash("sha256").update(text).digest(),
  );
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/** Bytes first, then their signature, and only then text: what nobody signed is never put together. */
async function received(
  request: IncomingMessage,
  { id, name, signature }: { readonly id: string; readonly name: string; readonly signature: string },
  { room, secret, webhook, log }: Serving,
): Promise<keyof typeof statusOf> {
  const declared = request.headers["content-length"];
  const leave = await room.enter(declared === undefined ? null : Number(declared));
  try {
    const digest = createHmac("sha256", secret);
    const pieces = await readBody(request, (piece) => digest.update(piece));
    if (!timingSafeEqual(digest.digest(), Buffer.from(signature.slice("sha256=".length), "hex"))) {
      log.warn({ answer: "bad-signature" }, "delivery refused");
      return "bad-signature";
    }
    return await webhook({ id, name, payload: Buffer.concat(pieces).toString("utf8") });
  } finally {
    leave();
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

/** How long the rest of a refused body is read and thrown away, in milliseconds. */
const lingerMs = 1000;

/**
 * Answers. A request whose body was not read to its end loses its connection, but only after its answer: closing
 * with unread bytes resets the connection, and the sender would see a broken pipe instead of the status (RFC 9112 §9.6).
 */
function finish(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  if (response.headersSent) return;
  const headers = { "content-type": type, "content-length": Buffer.byteLength(text) };
  const hasBody = "content-length" in request.headers || "transfer-encoding" in request.headers;
  if (request.complete || !hasBody) {
    response.writeHead(status, headers).end(text);
    return;
  }
  response.writeHead(status, { ...headers, connection: "close" }).write(text);
  // Reading on costs time that others wait for: a busy server reads no more than it has to.
  if (status === 503) {
    response.end();
    request.socket.destroySoon();
    return;
  }
  const timer = setTimeout(() => response.end(), lingerMs).unref();
  request.once("close", () => {
    clearTimeout(timer);
    response.end();
  });
  request.once("end", () => response.end()).resume();
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}
