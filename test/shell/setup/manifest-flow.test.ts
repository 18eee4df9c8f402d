import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startManifestFlow } from "../../../src/shell/setup/manifest-flow.ts";

const made = {
  id: 7,
  slug: "twopath",
  pem: "key",
  webhook_secret: "secret",
  html_url: "https://github.test/apps/twopath",
};
let api: Server;
let asked: string[];
let flow: Awaited<ReturnType<typeof startManifestFlow>>;

beforeEach(async () => {
  asked = [];
  api = createServer((incoming, response) => {
    asked.push(incoming.url ?? "");
    response.end(JSON.stringify(made));
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  flow = await startManifestFlow({
    webUrl: "https://github.test",
    apiUrl: `http://127.0.0.1:${String((api.address() as AddressInfo).port)}`,
    organization: null,
    webhookUrl: "https://twopath.test/api/github/webhooks",
    manifest: { name: "twopath" },
  });
});
afterEach(async () => {
  flow.close();
  await new Promise((resolve) => api.close(resolve));
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

function get(path: string, host?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${flow.url}${path}`,
      host === undefined ? {} : { headers: { host } },
      (response) => {
        let text = "";
        response.on("data", (data: Buffer) => (text += data.toString()));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
      },
    );
    outgoing.on("error", reject).end();
  });
}

async function stateOfThePage(): Promise<string> {
  return /state=([0-9a-f]{32})/.exec((await get("/")).text)?.[1] ?? "";
}

test("the setup page is at its own address only: a name that was pointed here gets nothing of it", async () => {
  for (const host of ["evil.example", "localhost", `evil.example:${new URL(flow.url).port}`, "127.0.0.1"]) {
    const { status, text } = await get("/", host);
    expect([host, status, text.includes("manifest")]).toEqual([host, 421, false]);
  }
});

test("one code is taken, with the state of the page; a second one is refused and asked of nobody", async () => {
  const state = await stateOfThePage();
  for (const query of ["code=abc", "code=abc&state=0", `state=${state}`, `code=a/../b&state=${state}`])
    expect([query, (await get(`/created?${query}`)).status]).toEqual([query, 400]);
  expect(asked).toEqual([]);
  expect((await get(`/created?code=abc&state=${state}`)).status).toBe(200);
  expect((await flow.created).id).toBe(7);
  expect((await get(`/created?code=other&state=${state}`)).status).toBe(409);
  expect(asked).toEqual(["/app-manifests/abc/conversions"]);
});
