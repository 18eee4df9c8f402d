import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the endpoint was sent: its headers, and the body as JSON. */
export interface SentMessage {
  readonly headers: IncomingMessage["headers"];
  readonly body: MessagesBody;
}

export interface MessagesBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: readonly { readonly text: string }[];
  readonly messages: readonly { readonly content: readonly { readonly text?: string }[] }[];
  readonly tools?: unknown;
  readonly output_config?: { readonly format: unknown };
}

/** A message of text with a stop reason, tools called, or an error status. */
export type MessagesAnswer =
  | { readonly text: string; readonly stop?: string }
  | { readonly tools: readonly { readonly name: string; readonly input: unknown }[] }
  | { readonly status: number };

export interface MessagesApi {
  readonly url: string;
  /** In the order they came. */
  readonly sent: readonly SentMessage[];
  /** What the following requests are answered with. */
  answer: (body: MessagesBody) => MessagesAnswer;
  close(): Promise<void>;
}

/**
 * An HTTP server that answers `POST /v1/messages` as the Anthropic Messages API streams it:
 * https://docs.claude.com/en/api/messages-streaming. Each answer uses 1000 tokens in and 100 out.
 */
export async function startMessagesApi(answer: MessagesApi["answer"]): Promise<MessagesApi> {
  const sent: SentMessage[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const message = { headers: request.headers, body: JSON.parse(body) as MessagesBody };
      sent.push(message);
      reply(response, api.answer(message.body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const api: MessagesApi = {
    url: `http://127.0.0.1:${String(port)}`,
    sent,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return api;
}

function reply(response: ServerResponse, answer: MessagesAnswer): void {
  if ("status" in answer) {
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ type: "error", error: { type: "x", message: "secret detail" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of events(answer)) {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }
  response.end();
}

type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

function events(answer: Exclude<MessagesAnswer, { status: number }>): Event[] {
  const stop = "tools" in answer ? "tool_use" : (answer.stop ?? "end_turn");
  const usage = { input_tokens: 1000, output_tokens: 1 };
  const message = { id: "msg_1", type: "message", role: "assistant", model: "m", content: [], usage };
  return [
    { type: "message_start", message: { ...message, stop_reason: null } },
    ...("tools" in answer ? answer.tools.flatMap(toolEvents) : textEvents(answer.text)),
    {
      type: "message_delta",
      delta: { stop_reason: stop, stop_sequence: null },
      usage: { output_tokens: 100 },
    },
    { type: "message_stop" },
  ];
}

/** In pieces that end anywhere, as a stream's do. */
function textEvents(text: string): Event[] {
  const pieces = text.match(/[\s\S]{1,97}/g) ?? [];
  return [
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    ...pieces.map((piece) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text: piece },
    })),
    { type: "content_block_stop", index: 0 },
  ];
}

function toolEvents({ name, input }: { name: string; input: unknown }, index: number): Event[] {
  const block = { type: "tool_use", id: `toolu_${String(index)}`, name, input: {} };
  const delta = { type: "input_json_delta", partial_json: JSON.stringify(input) };
  return [
    { type: "content_block_start", index, content_block: block },
    { type: "content_block_delta", index, delta },
    { type: "content_block_stop", index },
  ];
}
