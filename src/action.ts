import { type ActionSettings, readActionSettings } from "./action-settings.ts";
import { createModel, metered } from "./create-model.ts";
import { parseCommands } from "./core/command/parse-commands.ts";
import { notInActionMessage } from "./core/message/reply.ts";
import { createGitHub, type GitHub } from "./shell/github/create-github.ts";
import { answerWith } from "./shell/job/answer-command.ts";
import { createJobRunner } from "./shell/job/create-job-runner.ts";
import type { ProcessPorts } from "./shell/job/job-ports.ts";
import { createMemoryValues } from "./shell/memory-values.ts";
import { createSpendLedger } from "./shell/model/spend-ledger.ts";
import type { Clock, GitHubPort, JobContext, JobRequest } from "./shell/ports.ts";
import { eventHandlers } from "./shell/webhook/intake.ts";
import { createRedactor } from "./shell/redact.ts";
import { createReviewThreads } from "./shell/spec-worker/review-threads.ts";

/** The App whose token a workflow gets. */
const appSlug = "github-actions";

/** Longest a run works on one event, milliseconds. */
const deadline = 30 * 60_000;

/**
 * Serves the one event that started a workflow run, with the workflow's token and without a store: the same jobs as the
 * server's, one after the other. Resolves to the warnings for the run's page; throws what a server would try again.
 */
export async function runAction(settings: ActionSettings = readActionSettings()): Promise<readonly string[]> {
  const warnings: string[] = [];
  const waiting = [...jobsOf(settings)];
  const ports = createPorts(settings, waiting, (error) => {
    warnings.push(error instanceof Error ? error.message : String(error));
  });
  const run = createJobRunner(ports);
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const context = contextOf(settings.runId);
    const unserved = unservedCommand(job);
    if (unserved === null) await run(job, context);
    else if (job.kind === "command") {
      const own = { ...ports, github: ports.github.within(context.signal), attempt: context };
      await answerWith(own, job, [notInActionMessage(unserved)]);
    }
  }
  return warnings;
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
  return handlers.flatMap((handler) => handler.jobs({ id: runId, payload: whole })).map(({ job }) => job);
}

function unservedCommand(job: JobRequest): string | null {
  if (job.kind !== "command") return null;
  const found = parseCommands(job.body).find((each) => each.type === "command" && each.command.needsStore);
  return found?.type === "command" ? found.command.name : null;
}

function createPorts(
  settings: ActionSettings,
  waiting: JobRequest[],
  warn: (error: unknown) => void,
): ProcessPorts {
  const { token, apiUrl: baseUrl, webUrl } = settings;
  const clock: Clock = { now: () => new Date() };
  const values = createMemoryValues();
  return {
    github: withoutButtons(
      createGitHub(
        { token, appSlug, baseUrl },
        {
          clock,
          values,
          heard: unheard,
          isAllowed: () => true,
          redact: createRedactor([token, settings.model.apiKey ?? ""]).redact,
          written: null,
        },
      ),
    ),
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
