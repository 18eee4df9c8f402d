import { Probot } from "probot";
import { createApp } from "./app.ts";
import { createModel, measured, metered } from "./create-model.ts";
import { secretsOf } from "./secrets-of.ts";
import type { Settings } from "./settings.ts";
import { createGitHub } from "./shell/github/create-github.ts";
import type { HeardAnswer } from "./shell/github/installation-clients.ts";
import { createJobRunner } from "./shell/job/create-job-runner.ts";
import { createLog, type Logger } from "./shell/log.ts";
import { createSpendLedger } from "./shell/model/spend-ledger.ts";
import type { Clock, KeyValueStore, JobQueue, ModelPort } from "./shell/ports.ts";
import { queueDefaults, type QueueOptions } from "./shell/queue/queue-options.ts";
import { openStore, type Store } from "./shell/queue/store.ts";
import { createReviewThreads, type ReviewThreads } from "./shell/spec-worker/review-threads.ts";
import { createRedactor, type Redactor } from "./shell/redact.ts";
import { startRecovery, type RecoveryTimes } from "./shell/start-recovery.ts";
import { instrumentJobs, type Work } from "./shell/instrument-jobs.ts";
import { createMetrics, type Metrics } from "./shell/web/metrics.ts";
import { startWeb, type Web } from "./shell/web/server.ts";
import { isAllowedOwner } from "./shell/webhook/intake.ts";
import { noClient } from "./shell/webhook/no-client.ts";
import { createWrittenCommits } from "./shell/written-commits.ts";
import { createWebhook } from "./shell/webhook/probot-webhook.ts";

/** Everything a job runner is built from. */
export interface Tools {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly redactor: Redactor;
  readonly metrics: Metrics;
  readonly values: KeyValueStore;
  readonly queue: JobQueue;
  /** Null: none is configured. */
  readonly model: ModelPort | null;
}

/** What a caller may replace: the demo and the end-to-end tests bring their own clock, model and times. */
export interface Replacements {
  readonly clock?: Clock;
  /** Takes the place of the configured model, also where none is configured. */
  readonly model?: ModelPort;
  readonly createWork?: (tools: Tools) => Work;
  readonly queue?: Partial<QueueOptions>;
  /** They are not closed with the server. */
  readonly threads?: ReviewThreads;
  /** Absent: this server does not ask GitHub for what it missed. */
  readonly recovery?: RecoveryTimes;
  readonly writeLog?: (line: string) => void;
}

export interface Server {
  /** Base URL once started, without a trailing slash. */
  readonly url: string;
  readonly tools: Tools;
  /** Stops intake, parks the work, closes the store. */
  stop(graceMs: number): Promise<void>;
}

const systemClock: Clock = { now: () => new Date() };

/** Builds the real ports, opens the store and starts serving and working. Throws UserError when it must not start. */
export async function startServer(settings: Settings, replace: Replacements = {}): Promise<Server> {
  const redactor = createRedactor(secretsOf(settings));
  const log = createLog({
    level: settings.logLevel,
    redactor,
    ...(replace.writeLog === undefined ? {} : { write: replace.writeLog }),
  });
  const clock = replace.clock ?? systemClock;
  const store = await openStore(settings.store, storeOptions({ clock, redactor, log }, replace.queue ?? {}));
  const metrics = createMetrics();
  const { queue, values } = store;
  const model = measured(replace.model ?? createModel(settings, clock), { metrics, log });
  const tools: Tools = { settings, clock, log, redactor, metrics, values, queue, model };
  const web = await serve(tools, store).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const threads = replace.threads ?? createReviewThreads({ isForModel: model !== null });
  const work = replace.createWork?.(tools) ?? createWork(tools, threads);
  store.queue.start(instrumentJobs(work, log, metrics));
  const stopRecovery = recoveryOf(tools, replace);
  log.info({ url: web.url, store: settings.store.type, model: model !== null }, "serving");
  return {
    url: web.url,
    tools,
    stop: async (graceMs) => {
      stopRecovery();
      await Promise.all([web.close(), store.queue.stop(graceMs)]);
      await store.close();
      if (replace.threads === undefined) threads.close();
      log.info("stopped");
    },
  };
}

function recoveryOf({ queue, clock, log }: Tools, { recovery }: Replacements): () => void {
  if (recovery === undefined) return () => undefined;
  return startRecovery(queue, clock, recovery, (error) => {
    log.error({ err: error }, "recovery");
  });
}

/** Jobs act on GitHub through the App's own credentials. */
function createWork(
  { settings, clock, log, redactor, metrics, values, queue, model }: Tools,
  threads: ReviewThreads,
): Work {
  const { id: appId, privateKey } = settings.app;
  const { apiUrl, webUrl } = settings.github;
  const isAllowed = (owner: string): boolean => isAllowedOwner(settings.allowedOwners, owner);
  const heard = {
    onToken: (token: string) => {
      redactor.add(token);
    },
    onRateLimitLeft: (left: number) => {
      metrics.rateLimitLeft(left);
    },
    onAnswer: (answer: HeardAnswer) => {
      log.debug(answer, "GitHub answered");
    },
  };
  return createJobRunner({
    github: createGitHub(
      { appId, privateKey, baseUrl: apiUrl },
      {
        ...{ clock, values, heard, isAllowed, redact: redactor.redact },
        readsCiLogs: settings.readsCiLogs,
        written: createWrittenCommits(values),
      },
    ),
    isAllowed,
    values,
    queue,
    model: metered(model, createSpendLedger(values, clock, settings.model.monthlyBudgetUsd)),
    judgeModel: settings.model.apiKey === null ? null : settings.model.judge,
    clock,
    ...threads,
    webUrl,
    onError: (_jobId, error) => {
      log.error({ err: error }, "error in a job");
    },
  });
}

function storeOptions(
  tools: Pick<Tools, "clock" | "redactor" | "log">,
  replaced: Partial<QueueOptions>,
): QueueOptions {
  return {
    ...queueDefaults,
    clock: tools.clock,
    redact: (text) => tools.redactor.redact(text),
    onError: (error) => {
      tools.log.error({ err: error }, "queue");
    },
    ...replaced,
  };
}

async function serve(tools: Tools, store: Store): Promise<Web> {
  const { settings, log, metrics } = tools;
  const probot = new Probot({
    appId: settings.app.id,
    privateKey: settings.app.privateKey,
    secret: settings.webhookSecret,
    Octokit: noClient,
    log,
  });
  await probot.ready();
  await probot.load(
    createApp({
      queue: store.queue,
      values: store.values,
      allowedOwners: settings.allowedOwners,
      clock: tools.clock,
      onReceived: (event, deliveryId, received) => {
        metrics.delivery(event, received);
        log.info({ deliveryId, event, received }, "delivery");
      },
    }),
    { cwd: ".", addHandler: () => undefined },
  );
  return await startWeb({
    ...settings.server,
    log,
    secret: settings.webhookSecret,
    webhook: createWebhook(probot, log),
    notReady: () =>
      store.ping().then(
        () => null,
        (error: unknown) => {
          log.error({ err: error }, "not ready");
          return "the store takes no work; the log says why";
        },
      ),
    metrics: async () => metrics.render(await store.queue.counts()),
  });
}
