import { parentPort } from "node:worker_threads";
import { applyRevision } from "../../core/design/revise-reply.ts";
import type { OutputRequest } from "./output-thread.ts";
import { formatFile } from "./format-file.ts";
import { parseFile } from "./parse-file.ts";

/** The other side of `OutputThread`: one request at a time. */
parentPort?.on("message", (request: OutputRequest) => {
  void answer(request).then((value) => {
    parentPort?.postMessage(value);
  });
});

/** What a parser cannot bear, such as nesting that fills its stack, is an answer as well. */
async function answer(request: OutputRequest): Promise<unknown> {
  try {
    if ("parse" in request) return { value: await parseFile(request.parse.path, request.parse.content) };
    if ("format" in request) return { value: await formatFile(request.format) };
    const { document, edits, known } = request.revise;
    return { value: applyRevision(document, edits, new Set(known)) };
  } catch (error) {
    if (error instanceof RangeError) return { value: null, isTooDeep: true };
    throw error;
  }
}
