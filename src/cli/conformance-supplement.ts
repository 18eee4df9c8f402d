import type { JudgedEntry, MutationEnd } from "../core/code/verification/judge/full-report.ts";
import type { EntryEvidence } from "../core/code/verification/evidence.ts";
import type { ConformanceFacts } from "../core/code/verification/conformance.ts";
import type { Mutation } from "../core/code/verification/mutations.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";

type Evidence = ReadonlyMap<string, EntryEvidence>;

/** The exact bodies of what `--judge` would send, in order; nothing is sent. */
export async function requestBodies(facts: ConformanceFacts, evidence: Evidence): Promise<readonly object[]> {
  const { readModelSettings } = await import("../settings.ts");
  const { anthropicRequest } = await import("../shell/model/anthropic-request.ts");
  const { verifyItems } = await import("../core/code/verification/judge/verify-items.ts");
  const { verifyBatches, verifyRequest } = await import("../core/code/verification/judge/verify-request.ts");
  const { judge } = readModelSettings();
  return verifyBatches(verifyItems(facts, evidence)).map((batch) =>
    anthropicRequest(verifyRequest(batch), judge),
  );
}

/** Has the configured model judge the entries; what each cost goes to standard error. Throws UserError without a key. */
export async function judgeLocally(
  facts: ConformanceFacts,
  evidence: Evidence,
): Promise<readonly JudgedEntry[]> {
  const { readModelSettings } = await import("../settings.ts");
  const { limitedModel } = await import("./limited-model.ts");
  const { judgeConformance } = await import("../shell/judge/judge-conformance.ts");
  const { verifyItems } = await import("../core/code/verification/judge/verify-items.ts");
  const settings = readModelSettings();
  if (settings.apiKey === null)
    throw new UserError(
      "--judge asks a model, and ANTHROPIC_API_KEY is not set. Set it, or see with --show-request what would be asked.",
    );
  const stop = new AbortController();
  process.once("SIGINT", () => {
    stop.abort();
  });
  const model = await limitedModel(settings);
  const judged = await judgeConformance(verifyItems(facts, evidence), facts.files, {
    model,
    signal: stop.signal,
  });
  for (const { id, tokens, costUsd } of judged)
    console.error(
      `${id}: ${String(tokens)} tokens, ${costUsd === null ? "cost unknown" : `$${costUsd.toFixed(4)}`}`,
    );
  return judged;
}

/** Tries each mutation by the given command, on this machine; progress goes to standard error. */
export async function tryMutations(
  target: string,
  command: string,
  mutations: readonly Mutation[],
  files: readonly SourceFile[],
): Promise<ReadonlyMap<Mutation, MutationEnd>> {
  const { runMutations } = await import("./run-mutations.ts");
  const { splitRevision } = await import("./check-target.ts");
  const { folder, revision } = splitRevision(target);
  if (revision !== null)
    throw new UserError("--run tries the folder as it stands: name --target without @REVISION.");
  const note = (line: string): void => {
    console.error(line);
  };
  return runMutations(folder, command, { mutations, files, note });
}
