import type { ModelReply, ModelRequest, ModelToolUse } from "../../core/model-request.ts";
import type { ModelPort } from "../ports.ts";

/** One reply of a script; tools called make it stop for `tool-use`. */
export type ScriptedReply =
  | { readonly tools: readonly { readonly name: string; readonly input: unknown }[] }
  | { readonly text: string }
  | {
      readonly stop: ModelReply["stop"];
      readonly tools?: readonly { readonly name: string; readonly input: unknown }[];
    };

/** Answers from a script, marked `scripted`: for tests and the demo, never presented as a model's. */
export class ScriptedModel implements ModelPort {
  readonly requests: ModelRequest[] = [];
  readonly #reply: (request: ModelRequest, slot: string) => ScriptedReply | null;

  /** A list is used up in order; a function may look at the request. Null is an error: nothing was scripted. */
  constructor(
    script: readonly ScriptedReply[] | ((request: ModelRequest, slot: string) => ScriptedReply | null),
  ) {
    const queue = typeof script === "function" ? [] : [...script];
    this.#reply = typeof script === "function" ? script : () => queue.shift() ?? null;
  }

  worstUsd(): number {
    return 0;
  }

  complete(
    request: ModelRequest,
    options: { readonly signal: AbortSignal; readonly slot: string },
  ): Promise<ModelReply> {
    options.signal.throwIfAborted();
    this.requests.push(request);
    const reply = this.#reply(request, options.slot);
    if (reply === null) return Promise.reject(new Error(`Nothing is scripted for ${options.slot}.`));
    const calls = "tools" in reply ? (reply.tools ?? []) : [];
    const toolUses: ModelToolUse[] = calls.map((call, index) => ({
      id: `${options.slot}-${index}`,
      ...call,
    }));
    return Promise.resolve({
      stop: "stop" in reply ? reply.stop : "tools" in reply ? "tool-use" : "end",
      text: "text" in reply ? reply.text : "",
      toolUses,
      raw: { scripted: reply },
      usage: {
        model: "scripted",
        inputTokens: 0,
        cacheReadTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: 0,
        costUsd: 0,
      },
      detail: null,
      origin: "scripted",
    });
  }
}
