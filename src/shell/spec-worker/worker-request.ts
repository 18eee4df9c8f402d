import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { TraceRequest } from "../../core/trace/trace-index.ts";
import type { ParseOptions } from "../../core/entries/parse-spec.ts";

/** What the thread may be asked: a review, the entries of files, which files are specs, or what a target's code cites. */
export type WorkerRequest =
  | { readonly review: ReviewRequest }
  | { readonly files: readonly SourceFile[]; readonly parse: ParseOptions }
  | { readonly candidates: readonly SourceFile[] }
  | { readonly trace: TraceRequest };
