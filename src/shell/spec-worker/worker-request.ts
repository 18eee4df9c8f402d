import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { SourceFile } from "../../core/spec/entry.ts";
import type { ParseOptions } from "../../core/spec/parse-spec.ts";

/** What the thread may be asked: a review, or the entries of files. */
export type WorkerRequest =
  | { readonly review: ReviewRequest }
  | { readonly files: readonly SourceFile[]; readonly parse: ParseOptions };
