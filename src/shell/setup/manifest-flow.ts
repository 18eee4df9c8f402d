import { randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { UserError } from "../../core/user-error.ts";

interface ManifestFlowOptions {
  /** `https://github.com` and `https://api.github.com`, or those of an Enterprise Server. */
  readonly webUrl: string;
  readonly apiUrl: string;
  /** Null: the App belongs to the person who makes it. */
  readonly organization: string | null;
  /** Where GitHub will reach the server, with the path. */
  readonly webhookUrl: string;
  /** app.yml. */
  readonly manifest: object;
}

/** What GitHub gives once the App is made. */
export interface CreatedApp {
  readonly id: number;
  readonly slug: string;
  readonly pem: string;
  readonly webhookSecret: string;
  readonly htmlUrl: string;
}

const conversion = z.object({
  id: z.number(),
  slug: z.string(),
  pem: z.string(),
  webhook_secret: z.string(),
  html_url: z.string(),
});

/**
 * GitHub's manifest flow (https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest): a page
 * on this machine sends the manifest to GitHub with one press of a button, GitHub comes back with a code, and the code is
 * turned into the App's number, key and secret. Only this machine can open the page.
 */
export async function startManifestFlow(
  options: ManifestFlowOptions,
): Promise<{ readonly url: string; readonly created: Promise<CreatedApp>; close(): void }> {
  const state = randomBytes(16).toString("hex");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  let isTaken = false;
  const created = new Promise<CreatedApp>((resolve, reject) => {
    server.on("request", (request, response) => {
      // Another name for this address comes from a page elsewhere whose name was pointed here.
      if (request.headers.host !== new URL(url).host) {
        answer(response, 421, "This page is only at the address that the terminal shows.");
        return;
      }
      const asked = new URL(request.url ?? "/", url);
      const code = asked.searchParams.get("code") ?? "";
      if (asked.pathname === "/") {
        answer(response, 200, formPage(options, url, state));
      } else if (asked.pathname !== "/created") {
        answer(response, 404, "not found");
      } else if (asked.searchParams.get("state") !== state || !/^[A-Za-z0-9]{1,100}$/.test(code)) {
        answer(response, 400, "This answer does not belong to this setup.");
      } else if (isTaken) {
        answer(response, 409, "An answer has come already. Run `twopath setup` again for another App.");
      } else {
        isTaken = true;
        convert(options.apiUrl, code).then((app) => {
          answer(response, 200, "The App is made. The terminal says what comes next.");
          resolve(app);
        }, reject);
      }
    });
  });
  return { url, created, close: () => void server.close() };
}

async function convert(apiUrl: string, code: string): Promise<CreatedApp> {
  const answered = await fetch(`${apiUrl}/app-manifests/${code}/conversions`, {
    method: "POST",
    headers: { accept: "application/vnd.github+json", "user-agent": "twopath" },
    signal: AbortSignal.timeout(30_000),
  });
  if (!answered.ok) {
    throw new UserError(
      `GitHub did not make the App (${String(answered.status)}). Run \`twopath setup\` again.`,
    );
  }
  const { id, slug, pem, webhook_secret, html_url } = conversion.parse(await answered.json());
  return { id, slug, pem, webhookSecret: webhook_secret, htmlUrl: html_url };
}

function formPage(
  { webUrl, organization, webhookUrl, manifest }: ManifestFlowOptions,
  own: string,
  state: string,
) {
  const owner = organization === null ? "" : `/organizations/${encodeURIComponent(organization)}`;
  const action = `${webUrl}${owner}/settings/apps/new?state=${state}`;
  const sent = {
    ...manifest,
    redirect_url: `${own}/created`,
    hook_attributes: { url: webhookUrl, active: true },
  };
  return (
    `<!doctype html><html lang="en"><title>twopath setup</title><h1>Make the GitHub App</h1>` +
    `<form method="post" action="${escape(action)}"><input type="hidden" name="manifest" value="${escape(JSON.stringify(sent))}">` +
    `<button>Make it on GitHub</button></form></html>`
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function answer(response: ServerResponse, status: number, text: string): void {
  const type = text.startsWith("<") ? "text/html" : "text/plain";
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, connection: "close" }).end(text);
}
