import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { SourceFile } from "../../core/spec/entry.ts";
import type { ParseOptions } from "../../core/spec/parse-spec.ts";

/** What the thread may be asked: a review, the entries of files, or which files are specs. */
export type WorkerRequest =
  | { readonly review: ReviewRequest }
  | { readonly files: readonly SourceFile[]; readonly parse: ParseOptions }
  | { readonly candidates: readonly SourceFile[] };
