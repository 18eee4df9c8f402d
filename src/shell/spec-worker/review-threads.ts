import type { Recommendation, Review } from "../../core/decision/review.ts";
import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { PlacedEntry } from "../../core/code/requested-entries.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { FoundSpec } from "../../core/entries/find-specs.ts";
import type { ParseOptions } from "../../core/entries/parse-spec.ts";
import { forModel } from "../../core/markdown/source.ts";
import type { TokenPlace, TraceIndex, TraceRequest } from "../../core/trace/trace-index.ts";
import { type Collected, ReviewThread } from "./review-thread.ts";
import type { WorkerRequest } from "./worker-request.ts";

/** Time one review may take; the largest known spec takes a hundredth of it. */
const reviewDeadlineMs = 30_000;

export interface ReviewThreads {
  /**
   * `askedReview` on a thread of its own, so that the event loop that answers webhooks goes on. Throws UserError when the
   * deadline or the memory is used up, and what `askedReview` throws.
   */
  readonly review: (request: ReviewRequest) => Promise<Review>;
  /** The entries of spec files, read on such a thread. Throws as `review` does. */
  readonly entries: (files: readonly SourceFile[], parse: ParseOptions) => Promise<readonly PlacedEntry[]>;
  /** Which of some Markdown files are specs, found on such a thread. Throws as `review` does. */
  readonly specsAmong: (files: readonly SourceFile[]) => Promise<readonly FoundSpec[]>;
  /** `traceIndex` on such a thread. Throws as `review` does. */
  readonly trace: (request: TraceRequest) => Promise<TraceIndex>;
  readonly close: () => void;
}

interface ThreadOptions {
  readonly deadlineMs?: number;
  /** Whether there is a model, which may see what is read. */
  readonly isForModel?: boolean;
}

/** As many threads as there are reviews at once, which the queue bounds; one waits for the next review. */
export function createReviewThreads({
  deadlineMs = reviewDeadlineMs,
  isForModel = true,
}: ThreadOptions = {}): ReviewThreads {
  const read = (files: readonly SourceFile[]): readonly SourceFile[] =>
    isForModel ? files.map(forModel) : files;
  const idle: ReviewThread[] = [];
  let closed = false;
  async function ask<Item, Rest>(request: WorkerRequest): Promise<Collected<Item, Rest>> {
    const thread = idle.pop() ?? new ReviewThread();
    const collected = await thread.ask<Item, Rest>(request, deadlineMs);
    if (idle.length === 0 && !closed) idle.push(thread);
    else thread.end();
    return collected;
  }
  return {
    async review(asked) {
      const review = { ...asked, baseFiles: read(asked.baseFiles), headFiles: read(asked.headFiles) };
      const { items, rest } = await ask<Recommendation, Omit<Review, "recommendations">>({ review });
      return { ...rest, recommendations: items };
    },
    async entries(files, parse) {
      return (await ask<PlacedEntry, null>({ files: read(files), parse })).items;
    },
    async specsAmong(candidates) {
      return (await ask<FoundSpec, null>({ candidates })).items;
    },
    async trace(trace) {
      const { items, rest } = await ask<[string, readonly TokenPlace[]], TraceIndex["files"]>({ trace });
      return { files: rest, tokens: Object.fromEntries(items) };
    },
    close() {
      closed = true;
      idle.pop()?.end();
    },
  };
}
