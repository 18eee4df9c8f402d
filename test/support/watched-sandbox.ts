import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { testKey } from "./test-settings.ts";
import { expectNoLeaks, secretVariables, watchSource } from "./watched-sources.ts";

/** `createSandbox`, whose `close` rejects when a secret, such as a token it gave, stands in what it was sent to write. */
export async function createWatchedSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ privateKey: testKey, ...options });
  const end = watchSource({
    secrets: () => [...secretVariables(sandbox.settings), ...minted(sandbox)],
    places: () =>
      sandbox.requests
        .filter(({ method }) => method !== "GET")
        .map(({ method, path, body }) => [`${method} ${path}`, JSON.stringify(body)]),
  });
  const close = sandbox.close.bind(sandbox);
  sandbox.close = async () => {
    await close();
    expectNoLeaks(end());
  };
  return sandbox;
}

function minted({ requests }: Sandbox): readonly string[] {
  return requests.flatMap(({ answer }) => {
    const token = (answer as { token?: unknown } | null)?.token;
    return typeof token === "string" ? [token] : [];
  });
}
