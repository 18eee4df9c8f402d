import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import type { ReviewRequest } from "../../../src/core/decision/review-specs.ts";
import { askedReview } from "../../../src/core/design/asked-review.ts";
import type { Review } from "../../../src/core/decision/review.ts";
import { createJobRunner } from "../../../src/shell/job/create-job-runner.ts";
import type { JobRequest } from "../../../src/shell/job-request.ts";
import type { EnqueueOptions } from "../../../src/shell/job-queue.ts";
import { eventHandlers, receive } from "../../../src/shell/webhook/intake.ts";
import { specAfter, specBefore } from "../../support/acme.ts";
import { type Commits, MemoryGitHub, type MemoryPull } from "../../support/memory-github.ts";
import { memoryValues } from "../../support/memory-values.ts";
import { repetitions } from "../../support/repetitions.ts";

const seeds = repetitions(30, 200);
const head = "b".repeat(40);
const commits: Commits = {
  main: { "spec.md": specBefore },
  next: { "spec.md": specBefore.replace("443", "8443") },
  [head]: { "spec.md": `${specAfter}- \`(CN3)\` The client waits 5 seconds before it retries.\n` },
};
const pull: MemoryPull = {
  ...{
    number: 1,
    title: "Change",
    body: "",
    state: "open",
    merged: false,
    mergeCommit: null,
    closedAt: null,
    draft: false,
  },
  ...{
    baseRef: "main",
    baseSha: "main",
    headRef: "change",
    headSha: head,
    author: { login: "author", id: 6 },
    labels: [],
    ours: false,
  },
  headRepository: { owner: "acme", name: "spec" },
};

interface Event {
  readonly name: string;
  readonly id: string;
  readonly payload: object;
}

const common = {
  installation: { id: 7 },
  repository: { id: 70, name: "spec", owner: { login: "acme", type: "Organization" } },
};

function moved(action: string, sha = head, more: object = {}): Event {
  const sender = { login: "author", id: 1, type: "User" };
  const payload = {
    ...common,
    sender,
    action,
    pull_request: { number: 1, updated_at: "2026-01-01T00:00:00Z", head: { ref: "change", sha } },
    ...more,
  };
  return { name: "pull_request", id: `${action}-${sha.slice(0, 6)}`, payload };
}

let comments = 0;
function said(login: string, body: string): Event {
  const user = { login, id: login.length, type: login.endsWith("[bot]") ? "Bot" : "User" };
  const id = ++comments;
  const comment = { id, body, user, created_at: "2026-01-01T00:00:00Z", performed_via_github_app: null };
  const payload = {
    ...common,
    sender: user,
    action: "created",
    issue: { number: 1, pull_request: {} },
    comment,
  };
  return { name: "issue_comment", id: `comment-${id}`, payload };
}

const pushes = Array.from({ length: 4 }, (_, at) => moved("synchronize", String(at).repeat(40)));
const opening = [moved("opened"), ...pushes, moved("synchronize")];

/** What people did, all of it before the first event arrives; and the pull request as it then stands. */
const scenarios: readonly (readonly [string, MemoryPull, readonly Event[]])[] = [
  ["pushes", pull, opening],
  [
    "another base, a draft and back",
    { ...pull, baseRef: "next", baseSha: "next" },
    [
      ...opening,
      moved("converted_to_draft"),
      moved("ready_for_review"),
      moved("edited", head, { changes: { base: {} } }),
    ],
  ],
  [
    "commands of all kinds, by people with and without the right, and bots",
    pull,
    [
      ...opening,
      said("maintainer", "/path CN1a design because we say so"),
      said("maintainer", "/path CN1a code\n/explain CN3"),
      said("maintainer", "/path CN2 none"),
      said("maintainer", "/path CN2 auto"),
      said("stranger", "/generate"),
      said("stranger", "/path CN2 code"),
      said("stranger", "/help\n/genrate"),
      said("other[bot]", "/generate"),
      said("maintainer", "> /generate\n\nno"),
    ],
  ],
  ["a design", pull, [...opening, said("maintainer", "/generate CN2 --path design")]],
  [
    "closed unmerged",
    { ...pull, state: "closed" },
    [...opening, said("maintainer", "/generate CN2 --path design"), moved("closed")],
  ],
  [
    "closed and reopened",
    pull,
    [...opening, moved("closed"), said("maintainer", "/generate CN2 --path design"), moved("reopened")],
  ],
];

test.each(scenarios)("%s: in any order and twice, the end is the same", async (_, final, events) => {
  const first = await play(final, events);
  for (let seed = 1; seed <= seeds; seed += 1) {
    const order = ordered(events, seed);
    expect({ seed, state: await play(final, order) }).toEqual({ seed, state: first });
  }
});

/** Shuffled and twice; a command is received when the heads of its time are known, or else it is refused. */
function ordered(events: readonly Event[], seed: number): readonly Event[] {
  const [heads, others] = [events.filter(isHead), events.filter((event) => !isHead(event))];
  return [...shuffled([...heads, ...heads], seed), ...shuffled([...others, ...others], seed)];
}

function isHead({ payload }: Event): boolean {
  return ["opened", "synchronize"].includes((payload as { action: string }).action);
}

/** The same specs and overrides are reviewed thousands of times here: once is enough. */
const reviews = new Map<string, Review>();

function reviewOnce(request: ReviewRequest): Promise<Review> {
  const key = JSON.stringify([request.base, request.head, request.overrides]);
  const review = reviews.get(key) ?? askedReview(request);
  reviews.set(key, review);
  return Promise.resolve(review);
}

/** Receives the events, does the jobs, and describes what stands on GitHub in the end. */
async function play(final: MemoryPull, events: readonly Event[]): Promise<object> {
  const github = new MemoryGitHub(commits, [final], ["author", "maintainer"]);
  const jobs: JobRequest[] = [];
  const known = new Set<string>();
  const queue = {
    enqueue: (job: JobRequest, { dedupeKey }: EnqueueOptions) => {
      if (known.has(dedupeKey)) return Promise.resolve(false);
      known.add(dedupeKey);
      jobs.push(job);
      return Promise.resolve(true);
    },
    jobs: () => Promise.resolve([]),
    cancel: () => Promise.resolve(false),
    retry: () => Promise.resolve(false),
  };
  const port = github.port();
  const values = memoryValues();
  const run = createJobRunner({
    github: {
      within: () => port,
      bypassRateLimit: () => port,
      app: () => {
        throw new Error("nobody asks as the App here");
      },
    },
    values,
    queue,
    model: null,
    judgeModel: null,
    clock: { now: () => new Date(0) },
    review: reviewOnce,
    entries: (files, parse) =>
      Promise.resolve(parseSpec(files, parse).files.flatMap(({ entries }) => entries)),
    specsAmong: () => Promise.resolve([]),
    webUrl: "https://github.test",
    isAllowed: () => true,
    trace: () => Promise.reject(new Error("no target is configured")),
    onError: (_, error) => {
      throw error;
    },
  });
  for (const { name, id, payload } of events) {
    const action = (payload as { action: string }).action;
    const handler = eventHandlers.find((one) => one.event === name && one.actions.includes(action));
    if (handler !== undefined)
      await receive(handler, { id, payload, receivedAt: 0 }, { queue, values, allowedOwners: [] });
    // Jobs run between deliveries as they come.
    if (jobs.length > 3) await work(run, jobs);
  }
  await work(run, jobs);
  return stateOf(github);
}

async function work(run: ReturnType<typeof createJobRunner>, jobs: JobRequest[]): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const memory = new Map<string, unknown>();
    await run(job, {
      id: "job",
      attempt: 1,
      lastAttempt: false,
      signal: new AbortController().signal,
      once: async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
        if (!memory.has(key)) memory.set(key, await effect());
        return memory.get(key) as T;
      },
    });
  }
}

function stateOf(github: MemoryGitHub): object {
  return {
    comments: github.comments.map(({ pull: on, body }) => `${on} ${body}`).sort(),
    checks: [...github.checks].map(([key, action]) => [key, action]).sort(),
    reactions: [...github.reactions].sort(),
    followUps: github.pulls.filter(({ ours }) => ours),
  };
}

/** Fisher-Yates with a linear congruential generator: the same seed gives the same order. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed * 2654435761;
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
