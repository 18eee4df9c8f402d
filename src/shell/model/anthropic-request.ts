import type Anthropic from "@anthropic-ai/sdk";
import type { ModelMessage, ModelRequest } from "../../core/model-request.ts";

/**
 * The wire form of a request. Cache breakpoints: the system text, the last document, and the tail of a conversation with
 * tools, so that the rubric, then the documents, then finished turns are read from the cache. A request without tools has
 * one turn: nobody would read its tail again, and writing to the cache costs more than not.
 */
export function anthropicRequest(request: ModelRequest, model: string): Anthropic.MessageStreamParams {
  return {
    model,
    max_tokens: request.maxOutputTokens,
    system: [{ type: "text", text: request.system, cache_control: { type: "ephemeral" } }],
    messages: messages(request),
    ...(request.tools.length === 0
      ? {}
      : {
          cache_control: { type: "ephemeral" },
          tools: request.tools.map(({ name, description, inputSchema }) => ({
            name,
            description,
            input_schema: inputSchema as Anthropic.Tool.InputSchema,
          })),
        }),
    ...(request.outputSchema === null
      ? {}
      : {
          output_config: {
            format: { type: "json_schema", schema: request.outputSchema as Record<string, unknown> },
          },
        }),
  };
}

function messages(request: ModelRequest): Anthropic.MessageParam[] {
  const documents: Anthropic.ContentBlockParam[] = request.documents.map((document, index) => ({
    type: "text",
    text: document.text,
    ...(index === request.documents.length - 1 ? { cache_control: { type: "ephemeral" } } : {}),
  }));
  const all = request.messages.map(message);
  const first = all[0];
  if (documents.length === 0 || first === undefined || typeof first.content === "string") return all;
  return [{ role: "user", content: [...documents, ...first.content] }, ...all.slice(1)];
}

function message(message: ModelMessage): Anthropic.MessageParam {
  if (message.role === "assistant") {
    return { role: "assistant", content: message.raw as Anthropic.ContentBlockParam[] };
  }
  return {
    role: "user",
    content: message.content.map((part) =>
      part.type === "text"
        ? { type: "text", text: part.text }
        : { type: "tool_result", tool_use_id: part.toolUseId, content: part.content, is_error: part.isError },
    ),
  };
}
