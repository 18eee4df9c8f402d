import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Review } from "../../core/decision/review.ts";
import type { PageHandler } from "../http/listen.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { readAsset } from "./assets.ts";
import { blobPage, treePage } from "./blob-page.ts";
import { checksPage } from "./checks-page.ts";
import { conversationPage } from "./conversation-page.ts";
import { evidencePage } from "./evidence-page.ts";
import { commitPage, filesPage } from "./files-page.ts";
import { type Html, html } from "./html.ts";
import { layout, type PageWords, pullPath, repositoryName } from "./layout.ts";
import { overviewPage } from "./overview-page.ts";
import { pullFrame, type PullTab } from "./pull-frame.ts";
import { isOurs, sendHtml, sendText } from "./respond.ts";
import { type Run, runsPanel } from "./runs.ts";
import { stageOf } from "./stage-of.ts";
import { act, type Visitor } from "./visitor.ts";

interface PageOptions extends PageWords {
  readonly world: World;
  /** Jobs of the App, newest first. */
  readonly runs: () => Promise<readonly Run[]>;
  /** Webhooks sent and API requests answered so far. */
  readonly counts: () => { readonly requests: number; readonly webhooks: number };
  /** The decision about a spec pull request, for its evidence. */
  readonly review: (pull: PullRequest) => Promise<Review>;
  /** Null: the page is only looked at. */
  readonly visitor: Visitor | null;
}

interface Shown {
  readonly title: string;
  readonly main: Html;
  readonly repository: Repository | null;
  readonly pull: PullRequest | null;
}

const pullUrl = /^\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})(?:\/(evidence|files|checks))?$/;
const commitUrl = /^\/([\w.-]+\/[\w.-]+)\/commit\/([0-9a-f]{40})$/;
const blobUrl = /^\/([\w.-]+\/[\w.-]+)\/blob\/(.+)$/;
const repositoryUrl = /^\/([\w.-]+\/[\w.-]+)$/;

/**
 * The pages of the sandbox: pull requests, rendered comments, diffs, documents, the evidence of decisions and the App's
 * runs. Answers only requests that name this server as their host, so that no other site can read them by its name.
 */
export function createPage(options: PageOptions): PageHandler {
  return async (request, response) => {
    if (!isOurs(request, options.world.url)) {
      sendText(response, 421, "This server answers under its own address only.");
      return true;
    }
    const url = new URL(request.url ?? "/", options.world.url);
    if (request.method === "POST") return act(options, url, request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      sendText(response, 405, "Only GET and POST are answered.");
      return true;
    }
    if (url.pathname === "/_pulse") {
      sendText(response, 200, await pulse(options));
      return true;
    }
    if (url.pathname.startsWith("/_assets/")) return asset(url.pathname.slice("/_assets/".length), response);
    // Taken first: what happens while the page is made counts as newer than it.
    const now = await pulse(options);
    const shown = await show(options, url);
    sendHtml(response, shown === null ? 404 : 200, await whole(options, shown ?? missing, now));
    return true;
  };
}

const missing: Shown = {
  title: "Not found",
  main: html`<h1>Not found</h1>
    <p>Nothing is here. <a href="/">All pull requests</a></p>`,
  repository: null,
  pull: null,
};

async function show(options: PageOptions, { pathname, searchParams }: URL): Promise<Shown | null> {
  const { world } = options;
  const path = decode(pathname);
  if (path === "/")
    return { title: "Pull requests", main: overviewPage(world), repository: null, pull: null };
  const pull = pullUrl.exec(path);
  if (pull !== null) return showPull(options, pull[1] ?? "", Number(pull[2]), pull[3]);
  const blob = blobUrl.exec(path);
  const commit = commitUrl.exec(path);
  const repository = world.findRepository((blob ?? commit ?? repositoryUrl.exec(path))?.[1] ?? "");
  if (repository === undefined) return null;
  if (commit !== null) {
    const main = await commitPage(repository, commit[2] ?? "");
    return main === null ? null : { title: "Commit", main, repository, pull: null };
  }
  if (blob === null)
    return {
      title: repositoryName(repository),
      main: await treePage(repository),
      repository: null,
      pull: null,
    };
  const page = await blobPage(repository, blob[2] ?? "", searchParams.get("plain") === "1");
  return page === null ? null : { ...page, repository, pull: null };
}

async function showPull(
  options: PageOptions,
  name: string,
  number: number,
  tab: string | undefined,
): Promise<Shown | null> {
  const { world, visitor, review } = options;
  const repository = world.findRepository(name);
  const pull = repository === undefined ? undefined : world.pull(repository, number);
  if (repository === undefined || pull === undefined) return null;
  const current = (tab ?? "conversation") as PullTab;
  if (current === "evidence" && stageOf(pull) !== "spec") return null;
  const views: Readonly<Record<PullTab, () => Promise<Html>>> = {
    conversation: () => conversationPage(world, pull, visitor),
    evidence: async () => evidencePage(pull, await review(pull)),
    files: () => filesPage(pull),
    checks: () => checksPage(world, pull),
  };
  return { title: pull.title, main: pullFrame(pull, current, await views[current]()), repository, pull };
}

async function whole(
  options: PageOptions,
  { title, main, repository, pull }: Shown,
  now: string,
): Promise<Html> {
  const crumbs = html`${repository === null ? null : html` <span aria-hidden="true">/</span> <a href="/${repositoryName(repository)}">${repositoryName(repository)}</a>`}${pull === null ? null : html` <span aria-hidden="true">/</span> <a href="${pullPath(pull)}">#${pull.number}</a>`}`;
  const side = runsPanel(await options.runs(), options.counts());
  return layout(options, { title, crumbs, main, side, pulse: now });
}

/** Changes whenever something a page shows may have changed. */
async function pulse({ world, runs, counts }: PageOptions): Promise<string> {
  const state = [
    world.pulls.map(({ updatedAt, headSha, state, draft }) => [updatedAt, headSha, state, draft]),
    world.comments.map(({ id, updatedAt }) => [id, updatedAt]),
    world.comments.length,
    world.reactions.length,
    world.checks.map(({ id, completedAt }) => [id, completedAt]),
    (await runs()).map(({ id, state: run, attempt }) => [id, run, attempt]),
    counts(),
  ];
  return createHash("sha256").update(JSON.stringify(state)).digest("hex").slice(0, 16);
}

async function asset(name: string, response: ServerResponse): Promise<boolean> {
  const found = await readAsset(name);
  if (found === null) {
    sendText(response, 404, "Not found");
    return true;
  }
  response.writeHead(200, {
    "content-type": found.type,
    "x-content-type-options": "nosniff",
    "cache-control": "max-age=300",
  });
  response.end(found.bytes);
  return true;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
