import type { ModelMessage, ModelRequest } from "../../../src/core/model-request.ts";
import { codeForModel, dataBlock } from "../../../src/core/model-text.ts";
import { anthropicRequest } from "../../../src/shell/model/anthropic-request.ts";

const text = (words: string): ModelMessage => ({
  role: "user",
  content: [{ type: "text", text: codeForModel(words) }],
});

/** What a turn adds: so many calls, and their results. */
function turn(calls: number, from: string): readonly ModelMessage[] {
  const ids = Array.from({ length: calls }, (_, at) => `${from}-${at}`);
  const raw = ids.map((id) => ({ type: "tool_use", id, name: "read_file", input: { path: id } }));
  const results = ids.map((id) => ({
    ...{ type: "tool-result" as const, toolUseId: id, isError: false },
    content: codeForModel(`text of ${id}`),
  }));
  return [
    { role: "assistant", raw },
    { role: "user", content: results },
  ];
}

const request = (messages: readonly ModelMessage[], more: Partial<ModelRequest> = {}): ModelRequest => ({
  purpose: "write",
  system: "Write.",
  documents: ["a", "b"].map((title) => ({ title, text: dataBlock("file", { title: codeForModel(title) }) })),
  messages,
  tools: [{ name: "read_file", description: "Reads.", inputSchema: { type: "object" } }],
  outputSchema: null,
  maxOutputTokens: 100,
  ...more,
});

/** Blocks in the order in which the prompt is read, without marks, and where the breakpoints are: the tail is one by itself. */
function promptOf(given: ModelRequest): {
  readonly blocks: readonly string[];
  readonly marks: readonly number[];
} {
  const body = anthropicRequest(given, "m");
  const system = body.system as unknown as readonly Record<string, unknown>[];
  const content = body.messages.flatMap(
    ({ content: parts }) => parts as unknown as readonly Record<string, unknown>[],
  );
  const all = [...system, ...content];
  const marks = all.flatMap((block, at) => (block["cache_control"] === undefined ? [] : [at]));
  const tail = body.cache_control === undefined ? [] : [all.length - 1];
  const blocks = all.map((block) => JSON.stringify({ ...block, cache_control: undefined }));
  return { blocks, marks: [...marks, ...tail] };
}

test("of a session of several turns each request reads all of the one before from the cache, however much a turn adds", () => {
  const task = text("the task");
  const session = [[task], [task, ...turn(30, "one")], [task, ...turn(30, "one"), ...turn(45, "two")]];
  const prompts = session.map((messages) => promptOf(request(messages)));
  for (const [at, { blocks, marks }] of prompts.entries()) {
    expect(new Set(marks).size).toBeLessThanOrEqual(4);
    const before = prompts[at - 1];
    if (before === undefined) continue;
    expect(blocks.slice(0, before.blocks.length)).toEqual(before.blocks);
    expect(marks).toContain(before.blocks.length - 1);
  }
  expect(prompts.map(({ marks }) => marks.length)).toEqual([3, 4, 4]);
});

test("one turn without tools marks what is the same for the next one alone", () => {
  expect(promptOf(request([text("judge")], { tools: [] })).marks).toEqual([0, 2]);
});
