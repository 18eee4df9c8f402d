import { createHash } from "node:crypto";
import type { CodeRequest } from "../../core/code/code-request.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import type { JudgedEntry } from "../../core/code/verification/judge/full-report.ts";
import { unmetDemands } from "../../core/code/verification/judge/unmet-demands.ts";
import { readConformance } from "../../core/code/verification/conformance.ts";
import { verifyItems } from "../../core/code/verification/judge/verify-items.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { ModelPort } from "../ports.ts";
import { judgeConformance } from "./judge-conformance.ts";
import { factsOfWritten } from "./written-conformance.ts";

/** What a reader who did not write the change says of it. */
export interface Look {
  readonly judged: readonly JudgedEntry[];
  /** Demands that are not met, a line each, for the writer; empty when there is nothing to mend. */
  readonly notMet: readonly string[];
}

/** Looks at written files; `only` names the entries that are looked at again. */
export type SecondLook = (files: readonly FileChange[], only: ReadonlySet<string> | null) => Promise<Look>;

interface LookWork {
  readonly request: CodeRequest;
  /** Code of the commit that is written upon. */
  readonly code: () => Promise<readonly SourceFile[]>;
  readonly model: ModelPort;
  readonly signal: AbortSignal;
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
}

/** A second look with fresh eyes at what a writer made of a request: by code, then by the judge, entry by entry. */
export function secondLook({ request, code, model, signal, once }: LookWork): SecondLook {
  const remembered: ModelPort = {
    worstUsd: (asked) => model.worstUsd(asked),
    complete: (asked, options) => {
      const hash = createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 24);
      return once(`verify/${hash}`, () => model.complete(asked, options));
    },
  };
  return async (files, only) => {
    const facts = await factsOfWritten(request, await code(), files);
    const { report, evidence } = readConformance(facts);
    const items = verifyItems(facts, evidence).filter(({ id }) => only === null || only.has(id));
    const judged = await judgeConformance(items, facts.files, { model: remembered, signal });
    return { judged, notMet: unmetDemands(report.entries, judged) };
  };
}
