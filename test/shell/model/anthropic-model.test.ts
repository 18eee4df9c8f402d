import { codeForModel } from "../../../src/core/model-text.ts";
import nock from "nock";
import type { ModelRequest } from "../../../src/core/model-request.ts";
import { createAnthropicModel } from "../../../src/shell/model/anthropic-model.ts";

const request: ModelRequest = {
  purpose: "write",
  system: "rules",
  documents: [{ title: "a", text: codeForModel("document") }],
  messages: [{ role: "user", content: [{ type: "text", text: codeForModel("task") }] }],
  tools: [{ name: "finish", description: "ends", inputSchema: { type: "object", properties: {} } }],
  outputSchema: null,
  maxOutputTokens: 1000,
};
const now = new Date("2026-01-01T00:00:00Z");
const models = { judge: "claude-sonnet-5-5", design: "claude-sonnet-5-5", write: "claude-sonnet-5-5" };
const options = { apiKey: "k", baseUrl: "http://model.test", models, clock: { now: () => now }, retries: 0 };
const signal = new AbortController().signal;
const complete = (over: object = {}) =>
  createAnthropicModel({ ...options, ...over }).complete(request, { signal, slot: "write/1" });

function stream(stop: string, blocks: readonly { type: string }[] = []): string {
  const usage = {
    input_tokens: 1000,
    output_tokens: 1,
    cache_read_input_tokens: 500,
    cache_creation_input_tokens: 0,
  };
  const base = {
    id: "m",
    type: "message",
    role: "assistant",
    model: "x",
    content: [],
    stop_reason: null,
    usage,
  };
  const events = [
    { type: "message_start", message: base },
    ...blocks,
    {
      type: "message_delta",
      delta: { stop_reason: stop, stop_sequence: null },
      usage: { output_tokens: 100 },
    },
    { type: "message_stop" },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}
const sse = { "content-type": "text/event-stream" };
const tool = [
  {
    type: "content_block_start",
    index: 0,
    content_block: { type: "tool_use", id: "t1", name: "finish", input: {} },
  },
  {
    type: "content_block_delta",
    index: 0,
    delta: { type: "input_json_delta", partial_json: '{"summary":"s"}' },
  },
  { type: "content_block_stop", index: 0 },
] as unknown as { type: string }[];

describe("Anthropic model", () => {
  beforeEach(() => {
    nock.disableNetConnect();
  });
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([]);
    nock.cleanAll();
    nock.enableNetConnect();
  });
  const post = () =>
    nock("http://model.test", { reqheaders: { authorization: "Bearer k" } }).post("/v1/messages");

  it("sends documents before the task, caches them, and counts what it cost", async () => {
    let sent: Record<string, unknown> = {};
    nock("http://model.test")
      .post("/v1/messages", (body: Record<string, unknown>) => {
        sent = body;
        return true;
      })
      .reply(200, stream("tool_use", tool), sse);
    const reply = await complete();
    expect(reply).toMatchObject({
      stop: "tool-use",
      toolUses: [{ id: "t1", name: "finish", input: { summary: "s" } }],
    });
    expect(reply.usage.costUsd).toBeCloseTo((1000 * 2 + 100 * 10 + 500 * 0.2) / 1e6, 10);
    const ephemeral = { type: "ephemeral" };
    expect(sent["messages"]).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "document", cache_control: ephemeral },
          { type: "text", text: codeForModel("task") },
        ],
      },
    ]);
    expect(sent["system"]).toEqual([{ type: "text", text: "rules", cache_control: ephemeral }]);
  });

  it.each([
    ["end_turn", "end"],
    ["max_tokens", "truncated"],
    ["refusal", "refused"],
    ["model_context_window_exceeded", "context-full"],
    ["pause_turn", "paused"],
    ["something_new", "unknown"],
  ])("R39: reads %s as %s", async (wire, stop) => {
    post().reply(200, stream(wire), sse);
    expect((await complete()).stop).toBe(stop);
  });

  it("R38: asks again when a stream breaks in the middle", async () => {
    const cut = stream("end_turn").split("\n\n")[0] ?? "";
    const overloaded =
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"x"}}\n\n';
    post().reply(200, cut + "\n\n" + overloaded, sse);
    post().reply(200, stream("end_turn"), sse);
    expect((await complete()).stop).toBe("end");
  });

  it.each([400, 401, 402, 403, 404, 413])(
    "R41: says what to do about %i, once, without the key",
    async (status) => {
      post().reply(status, { type: "error", error: { type: "x", message: "secret detail" } });
      const error = await complete().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: "UserError" });
      expect(String(error)).not.toContain("secret detail");
    },
  );

  it.each([
    [429, "7", 7],
    [529, "99999", 3600],
    [500, "x", 60],
  ])("R37: parks the work after %i", async (status, retryAfter, seconds) => {
    post().reply(
      status,
      { type: "error", error: { type: "x", message: "busy" } },
      { "retry-after": retryAfter },
    );
    await expect(complete()).rejects.toMatchObject({
      name: "RetryLater",
      at: new Date(now.getTime() + seconds * 1000),
    });
  });

  it("never sleeps for a long retry-after", async () => {
    post().reply(429, { type: "error", error: { type: "x", message: "busy" } }, { "retry-after": "6000" });
    await expect(complete({ retries: 2 })).rejects.toMatchObject({ name: "RetryLater" });
  });

  it("has no cost for a model without a price", async () => {
    const unknown = { ...models, write: "something" };
    post().reply(200, stream("end_turn"), sse);
    expect((await complete({ models: unknown })).usage.costUsd).toBeNull();
  });
});
