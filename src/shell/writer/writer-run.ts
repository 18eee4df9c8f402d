import type { Refusal } from "../../core/code/guard/write-policy.ts";
import type { CodeRequest } from "../../core/code/code-request.ts";
import { requestHash } from "../../core/code/request-hash.ts";
import type { ModelMessage, ModelReply, ModelUsage } from "../../core/model-request.ts";
import type { ModelPort } from "../ports.ts";
import type { SecondLook } from "../judge/second-look.ts";
import { Overlay } from "./overlay.ts";
import type { FormatFile } from "./format-on-thread.ts";
import type { ParseCheck, ToolWorld } from "./run-tool.ts";
import type { ShownText } from "./stale-results.ts";
import type { Workspace } from "./workspace.ts";
import type { StoppedReason, WriteLimits, WriteOutcome, WriteRecord } from "./write-outcome.ts";

export interface WriteCodeInput {
  readonly request: CodeRequest;
  readonly workspace: Workspace;
  readonly model: ModelPort;
  readonly signal: AbortSignal;
  /** JobContext.once: a turn that was paid for is never asked again after a crash. */
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
  readonly limits: WriteLimits;
  readonly parse: ParseCheck;
  /** Absent: nothing is formatted. */
  readonly format?: FormatFile;
  /** Absent: nobody else looks before the change is final. */
  readonly secondLook?: SecondLook;
}

/** A run of the writer as far as it has come. */
export interface WriterRun {
  readonly input: WriteCodeInput;
  readonly world: ToolWorld;
  /** Of the request: a remembered reply counts for no other. */
  readonly hash: string;
  readonly messages: ModelMessage[];
  readonly refusals: Refusal[];
  /** Texts of files that the conversation shows. */
  readonly shown: ShownText[];
  usage: ModelUsage;
  origin: ModelReply["origin"];
  turns: number;
  calls: number;
  idle: number;
  repairs: number;
  /** The change as it stood at the first look. */
  looked: Extract<WriteOutcome, { outcome: "files" }> | null;
}

/** Opens the target; nothing was asked yet. */
export async function startRun(input: WriteCodeInput): Promise<WriterRun> {
  const { request } = input;
  const given = [
    ...request.entries.map(({ text }) => text),
    ...request.vectors.map(({ content }) => content),
  ].join("\n");
  const overlay = await Overlay.open(input.workspace);
  return {
    input,
    world: { overlay, policy: request.policy, parse: input.parse, given },
    hash: requestHash(request),
    messages: [...request.model.messages],
    refusals: [],
    shown: [],
    usage: {
      model: "",
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
      costUsd: 0,
    },
    origin: "live",
    turns: 0,
    calls: 0,
    idle: 0,
    repairs: 0,
    looked: null,
  };
}

/** The end of a run that commits nothing. */
export function stopped(run: WriterRun, reason: StoppedReason, detail: string): WriteOutcome {
  return { ...record(run), outcome: "stopped", reason, detail };
}

/** What is said about a run whatever its end. */
export function record(run: WriterRun): WriteRecord {
  return { usage: run.usage, turns: run.turns, origin: run.origin, refusals: run.refusals };
}

/** What two replies used together; the cost is unknown when one of them is. */
export function sum(a: ModelUsage, b: ModelUsage): ModelUsage {
  return {
    model: b.model,
    inputTokens: a.inputTokens + b.inputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd,
  };
}
