import { writeFileSync } from "node:fs";
import { judgeFindings } from "../core/code/verification/judge/full-report.ts";
import { codeChecks, type TestRun } from "../core/message/code-checks.ts";
import { lookWords } from "../core/message/demand-block.ts";
import { localCommitMessage } from "../core/message/local-commit.ts";
import { plural } from "../core/message/wording.ts";
import { commitFiles, patchOf } from "../shell/local-git/commit-files.ts";
import type { ModelPort } from "../shell/ports.ts";
import type { WriteOutcome } from "../shell/writer/write-outcome.ts";
import type { LocalWork } from "./local-work.ts";
import { printable } from "./printable.ts";

/** What a run needs besides clones: a test gives a scripted model and listens. */
export interface GenerateTools {
  readonly model: ModelPort;
  /** The result, for standard output. */
  readonly print: (result: string | Uint8Array) => void;
  /** Lines about it, for standard error. */
  readonly note: (line: string) => void;
}

export type Written = Extract<WriteOutcome, { outcome: "files" }>;

/** Puts what was written on the branch or into the patch, and says what is known of it. */
export async function put(
  work: LocalWork,
  outcome: Written,
  {
    branch,
    patch,
    run,
  }: { readonly branch: string; readonly patch: string | undefined; readonly run: TestRun | undefined },
  { print, note }: GenerateTools,
): Promise<void> {
  const { clone, opened, request, left, specCommit } = work;
  const { files, unverified, unresolved, uses, usage, origin, summary, looked } = outcome;
  const { incomplete, readFirst, verified, notVerified } = codeChecks({
    entries: request.entries.length,
    vectors: request.vectors.length,
    folders: request.policy.folders,
    unverified,
    unresolved,
    uses,
    left,
    notShown: request.notShown,
    ...(run === undefined ? {} : { run }),
  });
  if (patch === undefined) {
    const model = { name: usage.model, origin };
    const message = localCommitMessage({
      entries: request.entries,
      specCommit,
      model,
      incomplete,
      notVerified,
    });
    const commit = await commitFiles(clone, { branch, parent: opened.commit, files, message });
    print(`${branch} ${commit}\n${files.map(({ path }) => `  ${path}\n`).join("")}`);
  } else {
    const bytes = await patchOf(clone, { parent: opened.commit, files });
    if (patch === "-") print(bytes);
    else writeFileSync(patch, bytes);
  }
  const cost = usage.costUsd === null ? "cost unknown" : `$${usage.costUsd.toFixed(2)}`;
  const input = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const cached = usage.cacheReadTokens;
  const fromCache = cached === 0 ? "" : ` (${cached.toLocaleString("en-US")} of them from the cache)`;
  const tokens = `${plural(input, "input token")}${fromCache}`;
  note(
    `${printable(usage.model)}, ${plural(outcome.turns, "turn")}, ${tokens}, ${cost}: ${printable(summary)}`,
  );
  for (const { entry, because } of outcome.nothingToDo)
    note(`Nothing to do for ${printable(entry)}, by the model: ${printable(because)}`);
  const look = looked === undefined ? "" : lookWords(looked.judged, looked.isRepaired).trim();
  if (look !== "") note(look);
  for (const { message } of judgeFindings(looked?.judged ?? [])) note(printable(message));
  for (const line of incomplete) note(`Incomplete, a write was refused: ${printable(line)}`);
  for (const line of readFirst) note(`Read first: ${printable(line)}`);
  for (const line of verified) note(`Verified: ${line}`);
  for (const line of notVerified) note(`Not verified: ${line}`);
}
