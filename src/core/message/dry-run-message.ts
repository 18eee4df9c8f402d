import { estimateTokens } from "../code/context/estimate-tokens.ts";
import type { ModelRequest } from "../model-request.ts";
import { listWords, plural } from "./wording.ts";

/** What a code pull request would be made from, before anything is asked of a model. */
interface DryRunFacts {
  readonly entries: readonly string[];
  readonly branch: string;
  /** Code that the writer would be shown, best first; null where the spec's readers may not see the target. */
  readonly files: readonly string[] | null;
  /** Files of test vectors that would be written. */
  readonly vectors: readonly string[];
  readonly request: ModelRequest;
  /** US dollars that the first turn can cost at most; null when no model is configured. */
  readonly worstUsd: number | null;
}

const maxFiles = 5;

/** Entries, branch, files, tokens and cost, in words; no file of the target is written by it. */
export function dryRunLines({
  entries,
  branch,
  files,
  vectors,
  request,
  worstUsd,
}: DryRunFacts): readonly string[] {
  const tokens = requestTokens(request);
  const cost = worstUsd === null ? "cost unknown" : `at most $${worstUsd.toFixed(2)} with its answer`;
  const shown = files ?? [];
  const more = shown.length > maxFiles ? `, and ${shown.length - maxFiles} more` : "";
  return [
    `${plural(entries.length, "entry", "entries")}: ${listWords(entries)}`,
    `branch ${branch}`,
    ...(vectors.length === 0 ? [] : [`test vectors: ${listWords(vectors)}`]),
    ...(shown.length === 0 ? [] : [`code to look at first: ${shown.slice(0, maxFiles).join(", ")}${more}`]),
    `first request about ${tokens.toLocaleString("en-US")} tokens, ${cost}; a run takes several turns, and reads what was sent before from the cache`,
  ];
}

/** Of a row of `/generate --dry-run`. */
export function dryRunWords(facts: DryRunFacts): string {
  return `dry run, nothing was asked or written. ${dryRunLines(facts).join("; ")}`;
}

/** Of a row for a design. */
export function designDryRunWords(entries: readonly string[], branch: string): string {
  return `dry run, nothing was asked or written. ${plural(entries.length, "entry", "entries")}: ${listWords(entries)}; branch ${branch}`;
}

/** Tokens of a request as it is first sent, estimated high. */
function requestTokens({ system, documents, messages, tools }: ModelRequest): number {
  const texts = documents.map(({ text }) => text);
  return estimateTokens(system.length + texts.join("").length + JSON.stringify([messages, tools]).length);
}
