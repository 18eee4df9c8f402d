import { codeForModel } from "../../core/model-text.ts";
import type { ModelToolUse } from "../../core/model-request.ts";
import type { ToolResult } from "./run-tool.ts";
import type { WriterRun } from "./writer-run.ts";

/** What of a file an answer shows, that a later one can make stale. */
export interface ShownText {
  readonly toolUseId: string;
  readonly path: string;
  readonly length: number;
  stale: boolean;
}

/** Characters of stale text from which it pays to change the conversation, as what follows the change is not cached. */
const worthForgetting = 12_000;
const staleWords = codeForModel(
  "(not shown again: the file was written or read later; read it again if you need it)",
);

/** Remembers what an answer shows of a file, and which earlier answers it makes stale. */
export function noteShown({ shown }: Pick<WriterRun, "shown">, use: ModelToolUse, result: ToolResult): void {
  if (result.kind !== "answer") return;
  const path = pathOf(use.input);
  if (path === null) return;
  const isWhole = use.name === "write_file" || (use.name === "read_file" && isWholeRead(use.input));
  if (isWhole) for (const one of shown) if (one.path === path) one.stale = true;
  if (use.name === "read_file")
    shown.push({ toolUseId: use.id, path, length: result.content.length, stale: false });
}

/** Takes stale text out of the conversation, once there is enough of it. */
export function forgetStale({ shown, messages }: Pick<WriterRun, "shown" | "messages">): void {
  const stale = shown.filter((one) => one.stale);
  if (stale.reduce((sum, { length }) => sum + length, 0) < worthForgetting) return;
  const ids = new Set(stale.map(({ toolUseId }) => toolUseId));
  for (const [at, message] of messages.entries()) {
    if (message.role !== "user") continue;
    const content = message.content.map((part) =>
      part.type === "tool-result" && ids.has(part.toolUseId) ? { ...part, content: staleWords } : part,
    );
    messages[at] = { role: "user", content };
  }
  const kept = shown.filter((one) => !one.stale);
  shown.splice(0, shown.length, ...kept);
}

function pathOf(input: unknown): string | null {
  const path = (input as { readonly path?: unknown } | null)?.path;
  return typeof path === "string" ? path : null;
}

function isWholeRead(input: unknown): boolean {
  const { from_line: from, to_line: to } = input as {
    readonly from_line?: unknown;
    readonly to_line?: unknown;
  };
  return (from ?? 1) === 1 && (to ?? null) === null;
}
