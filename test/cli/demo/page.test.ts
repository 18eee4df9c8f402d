import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { playStory } from "../../../src/cli/demo/run-demo.ts";
import { servePage } from "../../../src/cli/demo/serve-page.ts";
import { type DemoWorld, maintainer, startWorld } from "../../../src/cli/demo/start-world.ts";
import { Terminal } from "../../../src/cli/demo/terminal.ts";
import { findChromium, openChromium } from "../../support/chromium.ts";
import { some } from "../../support/repetitions.ts";

const silent = new Terminal({ isTTY: false, color: false, columns: 80, write: () => undefined });
const chromium = findChromium();
const inBrowser = chromium === null ? describe.skip : describe;

let world: DemoWorld;
let browser: Browser | null = null;

beforeAll(async () => {
  world = await startWorld(0, true);
  servePage(world);
  await playStory(world, null, silent);
  if (chromium !== null) browser = await openChromium(chromium);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await world.close();
});

const spec = "/example-org/relay-spec/pull/1";

function designDocument(): string {
  const pull = world.sandbox
    .pullRequests("example-org/relay-spec")
    .find(({ headRef }) => headRef.includes("/design/"));
  return `/example-org/relay-spec/blob/${pull!.headSha}/design/outbox.md`;
}

function pages(): readonly string[] {
  const pulls = world.sandbox.world.pulls.flatMap(({ repository, number }) => {
    const path = `/${repository.owner.login}/${repository.name}/pull/${number}`;
    return [path, `${path}/files`, `${path}/checks`];
  });
  return [
    "/",
    "/example-org/relay-js",
    ...pulls,
    `${spec}/evidence`,
    designDocument(),
    "/example-org/relay-spec/blob/main/spec/delivery.md?plain=1#L21-L23",
    "/nowhere/at-all",
  ];
}

async function get(path: string, init: RequestInit = {}) {
  const answer = await fetch(world.sandbox.url + path, { redirect: "manual", ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

test("pages say what they are and load nothing from elsewhere", async () => {
  for (const path of pages()) {
    const { headers, text } = await get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(text).toContain("scripted");
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!127\.0\.0\.1)/);
  }
});

test("text of a pull request never becomes live on the page", async () => {
  const pull = world.sandbox.pullRequests("example-org/relay-spec")[0]!;
  const hostile = [
    `<script>document.title = "taken"</script><img src=x onerror=alert(1)>`,
    `<a href="javascript:alert(1)">here</a> <form action="https://example.com"><input></form>`,
    `[link](javascript:alert(2)) <iframe src="https://example.com"></iframe>`,
  ].join("\n\n");
  const comment = world.sandbox.comment(pull, "spec-author", hostile);
  const title = pull.title;
  pull.title = `</title><script>alert(3)</script>`;
  const { text } = await get(spec);
  pull.title = title;
  world.sandbox.deleteComment(comment, "spec-author");
  await world.settled();
  expect(text).not.toMatch(/<script>|onerror|javascript:|<iframe|action="https/);
  expect(text).toContain("&lt;/title&gt;&lt;script&gt;");
});

test("only the server's own address is answered, and only its own pages may comment", async () => {
  const { hostname, port } = new URL(world.sandbox.url);
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => {
    request({ hostname, port, path: "/", headers: { host: "evil.example" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(421);
  const body = new URLSearchParams({ body: "/help" });
  const foreign = await get(`${spec}/comments`, {
    method: "POST",
    body,
    headers: { origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
  for (const act of ["merge", "close", "reopen", "ready"]) {
    const init = { method: "POST", headers: { origin: "https://evil.example" } };
    expect((await get(`${spec}/${act}`, init)).status).toBe(403);
    expect((await get(`${spec}/${act}`, { method: "POST" })).status).toBe(403);
  }
  expect((await get(spec, { method: "DELETE" })).status).toBe(405);
  expect((await get("/_assets/..%2f..%2fpackage.json")).status).toBe(404);
  expect((await get("/example-org/relay-spec/blob/main/..%2f..%2fetc/passwd")).status).toBe(404);
});

inBrowser("in a browser", () => {
  async function open(width: number, path: string, scheme: "light" | "dark" = "light"): Promise<Page> {
    const page = await browser!.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) throw new Error(message.text());
    });
    await page.goto(world.sandbox.url + path);
    await page.waitForSelector("html[data-ready]");
    return page;
  }

  const views = [
    [1280, "light"],
    [390, "light"],
    [1280, "dark"],
  ] as const;
  test.each(some(views, 2))(
    "every page at %i px, %s: nothing overflows, axe finds nothing",
    async (width, scheme) => {
      const page = await open(width, "/", scheme);
      for (const path of pages()) {
        await page.goto(world.sandbox.url + path);
        await page.waitForSelector("html[data-ready]");
        const overflow: unknown = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>(
          "axe.run({ resultTypes: ['violations'] })",
        );
        const problems = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`);
        expect([path, overflow, problems]).toEqual([path, 0, []]);
      }
      await page.close();
    },
    120_000,
  );

  test("the design's diagram is drawn, and without Mermaid its source stays", async () => {
    const page = await open(1280, designDocument());
    expect(await page.locator("figure.diagram svg").count()).toBe(1);
    expect(await page.locator("figure.diagram svg").textContent()).toContain("suspended");
    await page.close();
    const without = await browser!.newPage();
    await without.route("**/_assets/mermaid.js", (route) => route.fulfill({ status: 404 }));
    await without.goto(world.sandbox.url + designDocument());
    await without.waitForSelector("html[data-ready]");
    expect(await without.locator("pre code.language-mermaid").textContent()).toContain("stateDiagram");
    await without.close();
  });

  test("the words that decided are marked, with the numbers of their answers", async () => {
    const page = await open(1280, `${spec}/evidence`);
    const marked = await page.locator("#entry-OB3 mark").allTextContents();
    expect(marked.join("")).toContain("coordinate");
    expect(await page.locator("#entry-RT3 mark").count()).toBe(0);
    await page.close();
  });

  test("a comment written on the page is answered on it without a reload; the keyboard is enough", async () => {
    const page = await open(390, spec);
    await page.locator("#comment").focus();
    await page.keyboard.type("/explain OB3");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".timeline .bot").nth(2).waitFor({ timeout: 20_000 });
    expect(await page.locator(".timeline > article").last().textContent()).toContain("OB3");
    const runs = await page.locator(".run").first().textContent();
    expect(runs).toContain("/explain OB3");
    expect(
      world.sandbox.world.comments.some(
        ({ author, body }) => author.login === maintainer && body === "/explain OB3",
      ),
    ).toBe(true);
    await page.close();
  }, 60_000);

  test("what happens between a page and its script is shown once the script runs", async () => {
    const page = await browser!.newPage();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/_assets/page.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(world.sandbox.url + spec, { waitUntil: "commit" });
    const before = await page.locator(".timeline > article").count();
    await page.request.post(world.sandbox.url + `${spec}/comments`, {
      form: { body: "Said meanwhile." },
      headers: { origin: world.sandbox.url },
    });
    release();
    await page.locator(".timeline > article").nth(before).waitFor();
    expect(await page.locator(".timeline").textContent()).toContain("Said meanwhile.");
    await page.close();
  }, 60_000);

  test("an address with lines marks them", async () => {
    const page = await open(1280, "/example-org/relay-spec/blob/main/spec/delivery.md?plain=1#L21-L23");
    expect(await page.locator("tr.marked").count()).toBe(3);
    await page.close();
  });
});
