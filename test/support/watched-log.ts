import type { Sandbox } from "../../src/sandbox/sandbox.ts";

/** The log of a server under test, at `trace`, and whatever else leaves it: searched for its secrets at the end. */
export class WatchedLog {
  readonly #lines: string[] = [];

  readonly write = (line: string): void => {
    this.#lines.push(line);
  };

  /** Where a secret of the sandbox's App stands that should stand nowhere: `log` or the request that carried it. */
  leaks(sandbox: Sandbox, more: readonly string[] = []): readonly string[] {
    const { PRIVATE_KEY: key = "", WEBHOOK_SECRET: secret = "" } = sandbox.settings;
    const minted = sandbox.requests.flatMap(({ answer }) => {
      const token = (answer as { token?: unknown } | null)?.token;
      return typeof token === "string" ? [token] : [];
    });
    const secrets = [...new Set([secret, key.split("\n")[3] ?? "", ...minted, ...more])].flatMap(asWritten);
    const places: [string, string][] = [["log", this.#lines.join("")]];
    for (const { method, path, body } of sandbox.requests)
      if (method !== "GET") places.push([`${method} ${path}`, JSON.stringify(body)]);
    return places.filter(([, text]) => secrets.some((one) => text.includes(one))).map(([place]) => place);
  }
}

/** As itself, in base64 and in a URL. */
export function asWritten(secret: string): readonly string[] {
  if (secret.length < 16) throw new Error("Too short to be told from other text.");
  return [secret, Buffer.from(secret).toString("base64").replace(/=+$/, ""), encodeURIComponent(secret)];
}
