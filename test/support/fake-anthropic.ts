import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface ToolCall {
  readonly name: string;
  readonly input: unknown;
}

export interface FakeAnthropic {
  readonly url: string;
  close(): Promise<void>;
}

/** What a request to the model holds, as far as a script looks at it. */
interface ModelCall {
  /** Replies the conversation already has. */
  readonly turn: number;
  readonly text: string;
}

/**
 * A model endpoint that answers each request with one scripted tool call, streamed as the real one does
 * (https://docs.claude.com/en/api/messages-streaming). `before` and `after` surround the answer; when `before` gives false
 * the connection is cut instead.
 */
export async function startFakeAnthropic(
  script: (call: ModelCall) => ToolCall,
  around: { before: () => Promise<boolean>; after: () => Promise<void> },
): Promise<FakeAnthropic> {
  const server = createServer((request, response) => {
    void (async () => {
      const text = await read(request);
      if (!(await around.before())) {
        request.socket.destroy();
        return;
      }
      const { messages } = JSON.parse(text) as { messages: readonly { role: string }[] };
      const turn = messages.filter(({ role }) => role === "assistant").length;
      response.writeHead(200, { "content-type": "text/event-stream" });
      await new Promise<void>((resolve) => response.end(stream(script({ turn, text })), resolve));
      await around.after();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function stream({ name, input }: ToolCall): string {
  const usage = { input_tokens: 1000, output_tokens: 1 };
  const message = { id: "m", type: "message", role: "assistant", model: "x", content: [], usage };
  const tool = { type: "tool_use", id: "t1", name, input: {} };
  const delta = { type: "input_json_delta", partial_json: JSON.stringify(input) };
  const events = [
    { type: "message_start", message: { ...message, stop_reason: null } },
    { type: "content_block_start", index: 0, content_block: tool },
    { type: "content_block_delta", index: 0, delta },
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: "tool_use", stop_sequence: null },
      usage: { output_tokens: 10 },
    },
    { type: "message_stop" },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}
