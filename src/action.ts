import { type ActionSettings, readActionSettings } from "./action-settings.ts";
import { createModel, metered } from "./create-model.ts";
import { commands } from "./core/command/commands/index.ts";
import { parseCommands } from "./core/command/parse-commands.ts";
import { notInActionMessage } from "./core/message/reply.ts";
import { createGitHub, type GitHub } from "./shell/github/create-github.ts";
import { answerWith } from "./shell/job/answer-command.ts";
import { createJobRunner } from "./shell/job/create-job-runner.ts";
import type { ProcessPorts } from "./shell/job/job-ports.ts";
import { claimPrefix } from "./shell/judge/judge.ts";
import { LastingValues } from "./shell/lasting-values.ts";
import { createMemoryValues } from "./shell/memory-values.ts";
import { createSpendLedger, spendPrefix } from "./shell/model/spend-ledger.ts";
import type { Clock, GitHubPort, JobContext, JobRequest, RepositoryRef } from "./shell/ports.ts";
import { eventHandlers } from "./shell/webhook/intake.ts";
import { createRedactor } from "./shell/redact.ts";
import { createReviewThreads } from "./shell/spec-worker/review-threads.ts";

/** The App whose token a workflow gets. */
const appSlug = "github-actions";

/** Longest a run works on one event, milliseconds. */
const deadline = 30 * 60_000;

/** Where the next run finds what this one spent, and what a model said: docs/adr/0121-the-action-keeps-its-ledger.md. */
const ledgerPlace = { ref: "refs/twopath/ledger", path: "ledger.json" } as const;

/**
 * Serves the one event that started a workflow run, with the workflow's token: the same jobs as the server's, one after the
 * other. Of a store there is only what was spent and what a model said. Resolves to the warnings for the run's page; throws what a server would try again.
 */
export async function runAction(settings: ActionSettings = readActionSettings()): Promise<readonly string[]> {
  const warnings: string[] = [];
  const waiting = [...jobsOf(settings)];
  const [first] = waiting;
  if (first === undefined || !("repository" in first)) return warnings;
  const warn = (error: unknown): void => {
    warnings.push(error instanceof Error ? error.message : String(error));
  };
  const ports = createPorts(settings, first.repository, waiting, warn);
  try {
    await runAll(ports, waiting, settings.runId);
  } finally {
    await ports.values.keep().catch(warn);
  }
  return warnings;
}

async function runAll(ports: ProcessPorts, waiting: JobRequest[], runId: string): Promise<void> {
  const run = createJobRunner(ports);
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const context = contextOf(runId);
    const unserved = unservedCommand(job);
    if (unserved === null) await run(job, context);
    else if (job.kind === "command") {
      const own = { ...ports, github: ports.github.within(context.signal), attempt: context };
      await answerWith(own, job, [notInActionMessage(unserved, served)]);
    }
  }
}

function jobsOf({ event, payload, runId }: ActionSettings): readonly JobRequest[] {
  const { action } = payload as { readonly action?: string };
  // The `_target` event is the same pull request, seen by a workflow of the base branch.
  const name = event.replace(/_target$/, "");
  const handlers = eventHandlers.filter(
    (handler) => handler.event === name && action !== undefined && handler.actions.includes(action),
  );
  // A workflow's event names no installation: its token stands for one.
  const whole = { ...(payload as object), installation: { id: 0 } };
  return handlers
    .flatMap((handler) => handler.jobs({ id: runId, payload: whole, receivedAt: Date.now() }))
    .map(({ job }) => job);
}

const served = commands.filter(({ needsStore }) => !needsStore).map(({ name }) => name);

function unservedCommand(job: JobRequest): string | null {
  if (job.kind !== "command") return null;
  const found = parseCommands(job.body).find((each) => each.type === "command" && each.command.needsStore);
  return found?.type === "command" ? found.command.name : null;
}

function createPorts(
  settings: ActionSettings,
  repository: RepositoryRef,
  waiting: JobRequest[],
  warn: (error: unknown) => void,
): ProcessPorts & { readonly values: LastingValues } {
  const { webUrl } = settings;
  const clock: Clock = { now: () => new Date() };
  const github = gitHubOf(settings, clock);
  const ledger = github.sharedText(repository, ledgerPlace);
  const values = new LastingValues(ledger, { sums: spendPrefix, answers: claimPrefix });
  return {
    github: withoutButtons(github),
    values,
    forgets: true,
    clock,
    ...createReviewThreads(),
    webUrl,
    queue: {
      enqueue: (job) => Promise.resolve(waiting.push(job) > 0),
      jobs: () => Promise.resolve([]),
      cancel: () => Promise.resolve(false),
      retry: () => Promise.resolve(false),
    },
    model: metered(
      createModel(settings, clock),
      createSpendLedger(values, clock, settings.model.monthlyBudgetUsd),
    ),
    judgeModel: settings.model.apiKey === null ? null : settings.model.judge,
    isAllowed: () => true,
    onError: (_id, error) => {
      warn(error);
    },
  };
}

function gitHubOf({ token, apiUrl: baseUrl, model }: ActionSettings, clock: Clock): GitHub {
  return createGitHub(
    { token, appSlug, baseUrl },
    {
      clock,
      values: createMemoryValues(),
      heard: unheard,
      isAllowed: () => true,
      redact: createRedactor([token, model.apiKey ?? ""]).redact,
      written: null,
    },
  );
}

/** GitHub tells workflows nothing of the buttons on their own check runs: they would be dead. */
function withoutButtons(github: GitHub): GitHub {
  const without = (port: GitHubPort): GitHubPort => ({
    ...port,
    apply: (repository, number, action) =>
      port.apply(repository, number, action.type === "check-run" ? { ...action, buttons: [] } : action),
  });
  return {
    ...github,
    within: (signal) => without(github.within(signal)),
    bypassRateLimit: (signal) => without(github.bypassRateLimit(signal)),
  };
}

/** The run ends soon, and its token is masked by the runner. */
const unheard = { onToken: () => undefined, onRateLimitLeft: () => undefined };

function contextOf(id: string): JobContext {
  return {
    id,
    attempt: 1,
    lastAttempt: true,
    signal: AbortSignal.timeout(deadline),
    once: (_key, effect) => effect(),
  };
}
