import type { TestRun } from "../core/message/code-checks.ts";
import { dryRunLines } from "../core/message/dry-run-message.ts";
import { subjectLine } from "../core/message/follow-up-body.ts";
import { UserError } from "../core/user-error.ts";
import { checkNewBranch } from "../shell/local-git/commit-files.ts";
import type { ModelPort } from "../shell/ports.ts";
import { RetryLater } from "../shell/retry-later.ts";
import { formatOnThread } from "../shell/writer/format-on-thread.ts";
import { parseCheck } from "../shell/writer/parse-check.ts";
import { secondLook } from "../shell/judge/second-look.ts";
import { writeCode } from "../shell/writer/write-code.ts";
import type { WriteCodeInput } from "../shell/writer/writer-run.ts";
import { defaultLimits, type WriteOutcome } from "../shell/writer/write-outcome.ts";
import { exitCode } from "./exit-code.ts";
import { type LocalWork, localWork, type LocalWorkOptions } from "./local-work.ts";
import { startProgress } from "./progress.ts";
import { printable } from "./printable.ts";
import { type GenerateTools, put, type Written } from "./put-generated.ts";

export interface GenerateOptions extends LocalWorkOptions {
  readonly branch?: string;
  /** File, or `-` for standard output. */
  readonly patch?: string;
  /** A command that says whether the target's tests pass. */
  readonly run?: string;
}

/** Prints the exact body of the first request that `generateLocally` would send; nothing is sent. Throws UserError. */
export async function showRequest(ids: readonly string[], options: GenerateOptions): Promise<void> {
  const { readModelSettings } = await import("../settings.ts");
  const { anthropicRequest } = await import("../shell/model/anthropic-request.ts");
  const { request, notices } = await localWork(ids, options);
  for (const notice of notices) console.error(notice);
  const body = anthropicRequest(request.model, readModelSettings().writer);
  process.stdout.write(`${JSON.stringify(body, null, 2)}\n`);
}

/** Says what `generateLocally` would work from and what its first turn would cost at most; nothing is asked. Throws UserError. */
export async function dryRunLocally(ids: readonly string[], options: GenerateOptions): Promise<void> {
  const { readModelSettings } = await import("../settings.ts");
  const { listPrices, worstUsd } = await import("../shell/model/prices.ts");
  const { request, unit, notices } = await localWork(ids, options);
  for (const notice of notices) console.error(notice);
  const lines = dryRunLines({
    entries: unit.entries,
    branch: options.branch ?? branchOf(unit.entries),
    files: request.context.map(({ path }) => path),
    vectors: request.vectors.map(({ path }) => path),
    request: request.model,
    worstUsd: worstUsd(request.model, readModelSettings().writer, listPrices),
  });
  console.log(lines.map(printable).join("\n"));
}

/**
 * Lets the model write the code of changed entries and puts it on a new branch of the target's clone, or into a patch.
 * Returns the exit code: findings when the model asked something instead, or when a refused write left it incomplete. Throws UserError, and writes nothing then.
 */
export async function generateLocally(
  ids: readonly string[],
  options: GenerateOptions,
  tools: GenerateTools,
): Promise<number> {
  const { note } = tools;
  const work = await localWork(ids, options);
  const branch = options.branch ?? branchOf(work.unit.entries);
  if (options.patch === undefined) await checkNewBranch(work.clone, branch);
  work.notices.forEach(note);
  const outcome = await written(work, tools.model);
  if (outcome.outcome === "stopped")
    throw new UserError(
      `Nothing was written: ${printable(outcome.detail)}. Ask for fewer entries, or say more with --note.`,
    );
  if (outcome.outcome === "question") {
    const about = outcome.quote === null ? "" : ` ("${printable(outcome.quote)}")`;
    note(`A question about ${printable(outcome.entry)}${about}, instead of a guess:`);
    note(printable(outcome.question));
    note("Nothing was written. Say which is meant in the entry, or with --note.");
    return exitCode.findings;
  }
  if (outcome.outcome === "nothing") {
    for (const { entry, because } of outcome.nothingToDo)
      note(`Nothing to do for ${printable(entry)}, by the model: ${printable(because)}`);
    note("Nothing was written.");
    return exitCode.done;
  }
  const run = options.run === undefined ? undefined : await ran(work, outcome, options.run, note);
  await put(work, outcome, { branch, patch: options.patch, run }, tools);
  const isSound =
    outcome.unresolved.length === 0 && (run === undefined || (run.passes && run.unnoticed.length === 0));
  return isSound ? exitCode.done : exitCode.findings;
}

async function ran(
  { clone, opened, request }: LocalWork,
  { files }: Written,
  command: string,
  note: (line: string) => void,
): Promise<TestRun> {
  const { tryTests } = await import("./try-tests.ts");
  return tryTests({
    ...{ folder: clone, command, files },
    fixed: new Set(request.policy.fixed.map(({ path }) => path)),
    read: (path) => opened.read(path),
    note: (line) => {
      note(printable(line));
    },
  });
}

/** Says which entries the branch is for. */
function branchOf(entries: readonly string[]): string {
  const words = subjectLine("twopath", entries).replace(/[^A-Za-z0-9]+/g, "-");
  return words.replace(/-$/, "");
}

async function written({ request, opened }: LocalWork, model: ModelPort): Promise<WriteOutcome> {
  const progress = startProgress();
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  process.once("SIGINT", abort);
  const once: WriteCodeInput["once"] = (key, effect) => {
    const isLook = key.startsWith("verify/");
    progress.step(isLook ? "the model looks again" : `the model writes (${key.slice(0, key.indexOf("@"))})`);
    return effect();
  };
  try {
    return await writeCode({
      request,
      workspace: opened,
      model,
      signal: stop.signal,
      once,
      limits: defaultLimits,
      parse: parseCheck,
      format: formatOnThread,
      secondLook: secondLook({ request, code: () => opened.code(), model, signal: stop.signal, once }),
    });
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    throw new UserError(`Nothing was written: ${error.message}. Try again later.`, { cause: error });
  } finally {
    progress.end();
    process.removeListener("SIGINT", abort);
  }
}
