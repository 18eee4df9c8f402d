import type { IncomingMessage, ServerResponse } from "node:http";
import type { Html } from "./html.ts";

/** Scripts, styles and data come from this server only; Mermaid writes styles into its drawings. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
  "content-security-policy": policy,
} as const;

const longestForm = 64_000;

export function sendHtml(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, { ...always, "content-type": "text/html; charset=utf-8" }).end(page.text);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...always, "content-type": "text/plain; charset=utf-8" }).end(text);
}

/** Whether the request was made to this server by its own address, and not by a name that somebody pointed at it. */
export function isOurs(request: IncomingMessage, url: string): boolean {
  const { port } = new URL(url);
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

/** The fields of a posted form, at most 64,000 bytes. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > longestForm) return new URLSearchParams();
    chunks.push(chunk as Buffer);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
