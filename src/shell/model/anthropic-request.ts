import type Anthropic from "@anthropic-ai/sdk";
import type { ModelMessage, ModelRequest } from "../../core/model-request.ts";

/**
 * The wire form of a request. Cache breakpoints: the system text, the last document, and of a conversation with tools its tail
 * and the tail of the turn before, so that the rubric, then the documents, then finished turns are read from the cache. The
 * turn before has a breakpoint of its own as the cache is looked for only twenty blocks back, and one turn may hold more.
 * A request without tools has one turn: nobody would read its tail again, and writing to the cache costs more than not.
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
  const all = withPreviousTail(request.messages.map(message));
  const first = all[0];
  if (documents.length === 0 || first === undefined || typeof first.content === "string") return all;
  return [{ role: "user", content: [...documents, ...first.content] }, ...all.slice(1)];
}

/** Marks the last block of what was sent last in the turn before: four breakpoints in all, which is how many there may be. */
function withPreviousTail(all: Anthropic.MessageParam[]): Anthropic.MessageParam[] {
  const at = all.map(({ role }) => role).lastIndexOf("user", -2);
  const previous = all[at];
  const blocks = typeof previous?.content === "string" ? undefined : previous?.content;
  const tail = blocks?.at(-1);
  if (previous === undefined || blocks === undefined || tail === undefined) return all;
  const marked = { ...tail, cache_control: { type: "ephemeral" } } as Anthropic.ContentBlockParam;
  return all.with(at, { role: "user", content: [...blocks.slice(0, -1), marked] });
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
