import { existsSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { UserError } from "../core/user-error.ts";
import type { CreatedApp } from "../shell/setup/manifest-flow.ts";

interface SetupOptions {
  readonly webhookUrl?: string;
  readonly org?: string;
  readonly githubUrl: string;
  readonly apiUrl?: string;
}

const keyFile = "twopath.private-key.pem";
const settingsFile = ".env";

export function registerSetup(command: Command): void {
  command
    .option("--webhook-url <url>", "where GitHub reaches this server, https://HOST; asked for when absent")
    .option("--org <login>", "the organisation that shall own the App; you, when absent")
    .option("--github-url <url>", "of a GitHub Enterprise Server", "https://github.com")
    .option("--api-url <url>", "its API, when it is not GITHUB-URL/api/v3")
    .action(async (options: SetupOptions) => {
      for (const file of [keyFile, settingsFile]) {
        if (existsSync(file))
          throw new UserError(`${file} exists already. Move it away, then run setup again.`);
      }
      const webhookUrl = options.webhookUrl ?? (await askForWebhookUrl(command));
      for (const url of [webhookUrl, options.githubUrl]) {
        if (!/^https?:$/.test(protocolOf(url)))
          throw new UserError(`${url} is no address. It begins with https:// and a host.`);
      }
      const { startManifestFlow } = await import("../shell/setup/manifest-flow.ts");
      const { readAppManifest } = await import("../shell/setup/app-manifest.ts");
      const flow = await startManifestFlow({
        webUrl: options.githubUrl,
        apiUrl: options.apiUrl ?? apiOf(options.githubUrl),
        organization: options.org ?? null,
        webhookUrl: `${webhookUrl.replace(/\/$/, "")}/api/github/webhooks`,
        manifest: readAppManifest(),
      });
      console.log(`Open ${flow.url} in a browser on this machine and press the button.`);
      const app = await flow.created;
      flow.close();
      write(app, options.githubUrl);
      console.log(
        `Made ${app.htmlUrl}; wrote ${settingsFile} and ${keyFile}. Both are secret: never commit them.`,
      );
      console.log(
        `Next: install it at ${app.htmlUrl}/installations/new, then start the server here with \`twopath serve\`; \`twopath doctor\` checks it.`,
      );
    });
}

const webhookUrlMeaning = [
  "GitHub sends what happens in your repositories to a web address: https:// and the host at which your server, or a proxy",
  "or tunnel before it, is reached from outside. Without one yet? `twopath demo` shows everything on this machine alone, and",
  "the GitHub Action (docs/github-action.md) needs no server.",
].join("\n");

/** On a terminal; elsewhere nobody would answer. */
async function askForWebhookUrl(command: Command): Promise<string> {
  if (!process.stdin.isTTY)
    command.error(`error: setup needs --webhook-url https://HOST.\n${webhookUrlMeaning}`);
  console.log(webhookUrlMeaning);
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Address of this server: ");
  terminal.close();
  return answer.trim();
}

function apiOf(githubUrl: string): string {
  return githubUrl === "https://github.com" ? "https://api.github.com" : `${githubUrl}/api/v3`;
}

function write({ id, pem, webhookSecret }: CreatedApp, githubUrl: string): void {
  writeFileSync(keyFile, pem, { mode: 0o600, flag: "wx" });
  const { host, protocol } = new URL(githubUrl);
  const server =
    githubUrl === "https://github.com" ? [] : [`GHE_HOST=${host}`, `GHE_PROTOCOL=${protocol.slice(0, -1)}`];
  const lines = [
    `APP_ID=${String(id)}`,
    `PRIVATE_KEY_PATH=${keyFile}`,
    `WEBHOOK_SECRET=${webhookSecret}`,
    ...server,
  ];
  writeFileSync(settingsFile, `${lines.join("\n")}\n`, { mode: 0o600, flag: "wx" });
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
