import { readFollowUp } from "../../core/message/marker.ts";
import { reviewTable } from "../../core/message/review-table.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import { mustRunGit } from "../../shell/local-git/run-git.ts";
import { openOwnPull, openSeedPull, type OwnSpec } from "./open-spec-pull.ts";
import { reviewOf } from "./review-of.ts";
import { servePage } from "./serve-page.ts";
import { type DemoWorld, maintainer, type ModelKind, startWorld } from "./start-world.ts";
import { standardTerminal, type Terminal } from "./terminal.ts";
import { untilStopped } from "./until-stopped.ts";

interface DemoRequest {
  /** Whether the page stays up until the process is told to stop. */
  readonly stay: boolean;
  readonly port: number;
  /** Null: the demo's own spec. */
  readonly own: OwnSpec | null;
}

const modelWords: Readonly<Record<ModelKind, string>> = {
  live: "ANTHROPIC_API_KEY is set: the configured models judge and write, and it costs money.",
  scripted: "The model's replies are scripted: written for this demo, marked so wherever they show.",
  none: "No model: without ANTHROPIC_API_KEY the rules decide, and designs are filled from the spec alone.",
};

/** Plays the demo; resolves when it is over. Throws UserError for revisions or a repository that are not there. */
export async function runDemo(request: DemoRequest): Promise<void> {
  const terminal = standardTerminal(process.stdout, process.env["NO_COLOR"] !== undefined);
  terminal.line(
    `\n${terminal.paint("bold", "twopath demo")}: a spec pull request on a GitHub inside this process.`,
  );
  terminal.line("Nothing leaves this machine but calls to a model, if one is configured.\n");
  await mustRunGit(".", ["--version"]);
  const world = await terminal.step(
    "GitHub and the App start in this process",
    () => startWorld(request.port, request.own === null),
    ({ sandbox }) => `${sandbox.url}, joined by signed webhooks`,
  );
  try {
    servePage(world);
    await playStory(world, request.own, terminal);
    if (request.stay) await stay(world, terminal);
  } finally {
    await world.close();
  }
}

/** The story itself: push, review, `/generate all`, links. */
export async function playStory(world: DemoWorld, own: OwnSpec | null, terminal: Terminal): Promise<void> {
  terminal.line(`    ${terminal.paint("dim", modelWords[world.model])}`);
  const pull = own === null ? await openSeedPull(world, terminal) : await openOwnPull(world, terminal, own);
  await terminal.step(
    "twopath reads the change and comments",
    () => settle(world),
    () => commentsOn(world, pull),
    () => activity(world),
  );
  const review = await reviewOf(world, pull);
  terminal.block(`\n${indent(reviewTable(review))}`);
  if (review.recommendations.every(({ path }) => path === "none")) {
    links(world, pull, terminal);
    return;
  }
  world.sandbox.comment(pull, maintainer, "/generate all");
  await terminal.step(
    `${maintainer} comments /generate all; twopath opens the follow-up pull requests`,
    () => settle(world),
    () => `${followUps(world, pull).length} opened`,
    () => activity(world),
  );
  links(world, pull, terminal);
}

/** Waits for the App; a job that gave up ends the demo with its error. */
async function settle({ settled, server, errors }: DemoWorld): Promise<void> {
  await settled();
  const { failed } = await server.tools.queue.counts();
  if (failed > 0) throw new Error(`${failed} jobs of the App failed:\n${errors.join("\n")}`);
}

function activity({ sandbox }: DemoWorld): string {
  const last = sandbox.requests.at(-1);
  return last === undefined
    ? ""
    : `${sandbox.requests.length} API requests, last ${last.method} ${last.path}`;
}

function commentsOn({ sandbox }: DemoWorld, pull: PullRequest): string {
  const count = sandbox.comments(pull).length;
  return count === 0 ? "nothing to say, as no entry changed" : `${count} comment, 1 check run`;
}

interface FollowUp {
  readonly pull: PullRequest;
  readonly stage: "design" | "code";
}

/** What the App opened, in the order it did. */
function followUps({ sandbox }: DemoWorld, source: PullRequest): FollowUp[] {
  return sandbox.world.pulls.flatMap((pull) => {
    const data = pull === source ? null : readFollowUp(pull.body ?? "");
    return data === null ? [] : [{ pull, stage: data.stage }];
  });
}

function links(world: DemoWorld, source: PullRequest, terminal: Terminal): void {
  const opened = followUps(world, source);
  const stages = { design: "design PR", code: world.model === "scripted" ? "code PR (scripted)" : "code PR" };
  const rows = [
    { what: "spec PR", pull: source },
    ...opened.map(({ pull, stage }) => ({ what: stages[stage], pull })),
  ];
  terminal.line(`\n  ${terminal.paint("bold", "Look at it")}`);
  for (const { what, pull } of rows) {
    const { owner, name } = pull.repository;
    const label = `${owner.login}/${name}#${pull.number}`;
    terminal.line(`    ${what.padEnd(18)}  ${label}  ${pull.title}`);
    terminal.line(
      `    ${" ".repeat(18)}  ${terminal.paint("cyan", `${world.sandbox.url}/${owner.login}/${name}/pull/${pull.number}`)}`,
    );
  }
  const replies = world.sandbox.comments(source).filter(({ viaApp }) => viaApp);
  if (opened.length === 0 && replies.length > 1)
    terminal.line(
      `    No pull request was opened; the bot's last comment says why:\n${indent(withoutMarker(replies.at(-1)?.body ?? ""))}`,
    );
}

async function stay({ sandbox }: DemoWorld, terminal: Terminal): Promise<void> {
  terminal.line(`\n  ${terminal.paint("bold", "Page")}  ${terminal.paint("cyan", `${sandbox.url}/`)}`);
  terminal.line(
    "  Play it to the end there: comment, change the design, merge it, verify the code that follows.",
  );
  terminal.line("  It stays up until you press Ctrl+C.\n");
  await untilStopped();
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** A comment without the hidden line by which the bot finds it again. */
function withoutMarker(body: string): string {
  return body.replace(/^<!--[^\n]{0,2000}-->\n+/, "");
}
