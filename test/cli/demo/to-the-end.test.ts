import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { playStory } from "../../../src/cli/demo/run-demo.ts";
import { servePage } from "../../../src/cli/demo/serve-page.ts";
import { type DemoWorld, startWorld } from "../../../src/cli/demo/start-world.ts";
import { Terminal } from "../../../src/cli/demo/terminal.ts";
import type { PullRequest } from "../../../src/sandbox/world/pull-request.ts";
import { findChromium, openChromium } from "../../support/chromium.ts";
import { repetitions } from "../../support/repetitions.ts";

const silent = new Terminal({ isTTY: false, color: false, columns: 80, write: () => undefined });
const chromium = findChromium();
/** The whole story is played in `npm run test:long`. */
const inBrowser = chromium === null ? test.skip : test;
const spec = "example-org/relay-spec";
const sdk = "example-org/relay-js";

let world: DemoWorld;
let browser: Browser | null = null;

/** A minute passes with each button: nobody reads what was written faster, and the limit on writes is kept. */
let pressed = 0;
const clock = { now: () => new Date(Date.now() + pressed * 60_000) };

beforeEach(async () => {
  world = await startWorld(0, true, { clock });
  servePage(world);
  await playStory(world, null, silent);
}, 120_000);

afterEach(async () => {
  await browser?.close();
  await world.close();
});

function pull(repository: string, title: RegExp): PullRequest {
  const found = world.sandbox.pullRequests(repository).find((one) => title.test(one.title));
  if (found === undefined) throw new Error(`No pull request ${String(title)} in ${repository}`);
  return found;
}

function pathOf({ repository, number }: PullRequest): string {
  return `/${repository.owner.login}/${repository.name}/pull/${number}`;
}

function lastWord(of: PullRequest): string {
  return world.sandbox.comments(of).at(-1)?.body ?? "";
}

/** A button of the page, pressed without a browser. */
async function post(of: PullRequest, act: string, body = ""): Promise<number> {
  const { url } = world.sandbox;
  const init = { method: "POST", redirect: "manual", headers: { origin: url } } as const;
  const { status } = await fetch(`${url}${pathOf(of)}/${act}`, {
    ...init,
    body: new URLSearchParams({ body }),
  });
  await world.settled();
  return status;
}

test("what is not scripted is answered in plain words, on a design and on code", async () => {
  const design = pull(spec, /^Design/);
  await post(design, "comments", "/revise make it shorter");
  expect(lastWord(design)).toMatch(/^<!--.*-->\n\nNothing was changed: The model of this demo is a script/s);
  expect(lastWord(design)).toContain("asks a real model");
  const code = pull(sdk, /RT3/);
  await post(code, "comments", "/revise rename it");
  expect(lastWord(code)).toContain("Nothing was changed: The model of this demo is a script");
  expect(world.errors).toEqual([]);
  const { failed } = await world.server.tools.queue.counts();
  expect(failed).toBe(0);
}, 60_000);

test("the scripted revision fits the design that the demo writes", async () => {
  const design = pull(spec, /^Design/);
  const { asked } = JSON.parse(readFileSync("demo/cassette/design/outbox-revision.json", "utf8")) as {
    asked: string;
  };
  await post(design, "comments", `/revise ${asked}`);
  expect(lastWord(design)).toContain("Changed in [a new commit]");
}, 60_000);

test("a button does only what the pull request allows", async () => {
  const code = pull(sdk, /RT3/);
  expect(await post(code, "merge")).toBe(409);
  expect(await post(code, "reopen")).toBe(409);
  expect(await post(code, "close")).toBe(303);
  expect([code.state, code.mergedAt]).toEqual(["closed", null]);
  expect(await post(code, "ready")).toBe(409);
  expect(await post(code, "reopen")).toBe(303);
  expect(await post(code, "ready")).toBe(303);
  expect(await post(code, "merge")).toBe(303);
  expect([code.state, code.mergedBy?.login]).toEqual(["closed", "maintainer"]);
  expect(await post(code, "merge")).toBe(409);
  expect(await post(code, "destroy")).toBe(403);
}, 60_000);

if (repetitions(0, 1) === 1)
  inBrowser(
    "played to the end in a browser: /revise, merge, code of the design, /verify, merge",
    async () => {
      browser = await openChromium(chromium ?? "");
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await onPage(page, pull(spec, /^Bound/));
      await press(page, pull(spec, /^Design/), /^\/revise /);
      const design = pull(spec, /^Design/);
      expect(lastWord(design)).toMatch(/Changed in \[a new commit\].*Open questions.*Decisions/);
      await press(page, design, "Ready for review");
      await press(page, design, "Merge pull request");
      expect(await page.locator("#merge").textContent()).toMatch(/Merged into keep-events by\s+maintainer/);
      expect(lastWord(design)).toMatch(/relay-py.*opened.*relay-js.*opened/s);
      for (const code of [pull(spec, /^Implement OB3/), pull(sdk, /^Implement OB3/)]) {
        await press(page, code, "/verify");
        expect(lastWord(code)).toContain("3 entries, 8 demands: 0 not found, 0 named only, 8 shown");
        await page.goto(`${world.sandbox.url}${pathOf(code)}/checks`);
        expect(await page.locator("main").textContent()).toContain("twopath conformance");
        await press(page, code, "Ready for review");
        await press(page, code, "Merge pull request");
        expect(code.mergedBy?.login).toBe("maintainer");
      }
      expect(testsOfMain()).toBe(0);
      expect(await deadLinks()).toEqual([]);
    },
    240_000,
  );

/** Presses a button of a pull request's page, waits for the App, and looks whether the page is still fit to be read. */
async function press(page: Page, of: PullRequest, name: string | RegExp): Promise<void> {
  pressed += 1;
  await page.goto(world.sandbox.url + pathOf(of));
  await page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();
  await page.waitForLoadState();
  await world.settled();
  await onPage(page, of);
}

async function onPage(page: Page, of: PullRequest): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(world.sandbox.url + pathOf(of));
    await page.waitForSelector("html[data-ready]");
    const overflow: unknown = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
    expect([pathOf(of), overflow, violations.map(({ id }) => id)]).toEqual([pathOf(of), 0, []]);
  }
}

/** Addresses on the pages of the pull requests that lead to nothing. */
async function deadLinks(): Promise<readonly string[]> {
  const { url } = world.sandbox;
  const links = new Set<string>();
  for (const one of world.sandbox.world.pulls) {
    for (const tab of ["", "/files", "/checks"]) {
      const text = await (await fetch(url + pathOf(one) + tab)).text();
      for (const [, href = ""] of text.matchAll(/ href="([^"#]+)/g)) links.add(new URL(href, url).href);
    }
  }
  const pages = [...links].filter((href) => href.startsWith(`${url}/`));
  const answers = await Promise.all(
    pages.map(async (href) => ({ href, status: (await fetch(href)).status })),
  );
  return answers.filter(({ status }) => status !== 200).map(({ href }) => href);
}

/** The tests of the JavaScript target as its main branch now is: the code that came of the design works. */
function testsOfMain(): number | null {
  const folder = mkdtempSync(join(tmpdir(), "demo-end-"));
  const clone = join(folder, "clone");
  execFileSync("git", ["clone", "--quiet", pull(sdk, /OB3/).repository.store.dir, clone]);
  const { status } = spawnSync(process.execPath, ["--test"], {
    cwd: clone,
    env: { PATH: process.env["PATH"] },
  });
  rmSync(folder, { recursive: true, force: true });
  return status;
}
