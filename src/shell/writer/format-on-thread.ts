import type { FormatRequest } from "./format-file.ts";
import { onOutputThread } from "./output-thread.ts";

/** The file in its code base's form, or null where that is not known; see `formatFile`. */
export type FormatFile = (request: FormatRequest) => Promise<string | null>;

/** `formatFile` on a thread: text that a model made never holds the event loop. */
export async function formatOnThread(request: FormatRequest): Promise<string | null> {
  const answer = await onOutputThread<string | null>({ format: request });
  return "value" in answer ? answer.value : null;
}
