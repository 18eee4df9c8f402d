import * as z from "zod";
import type { ModelTool } from "../model-request.ts";

/** Inputs of the writer's tools. Bounds are checked here, not in the schema the model sees. */
export const writeToolInputs = {
  list_files: z.object({ prefix: z.string().max(400) }),
  read_file: z.object({
    path: z.string().max(400),
    from_line: z.number().int().min(1).nullable().default(null),
    to_line: z.number().int().min(1).nullable().default(null),
  }),
  search: z.object({ text: z.string().min(2).max(200), prefix: z.string().max(400).default("") }),
  write_file: z.object({ path: z.string().max(400), content: z.string() }),
  replace_text: z.object({ path: z.string().max(400), old_text: z.string().min(1), new_text: z.string() }),
  ask: z.object({
    entry: z.string().max(200),
    quote: z.string().max(2000),
    question: z.string().min(5).max(600),
  }),
  finish: z.object({
    summary: z.string().max(4000),
    nothing_to_do: z
      .array(z.object({ entry: z.string().max(200), because: z.string().min(5).max(400) }))
      .max(200)
      .default([]),
  }),
} as const;

export type WriteToolName = keyof typeof writeToolInputs;

const text = { type: "string" } as const;
const line = { type: ["integer", "null"] } as const;

function tool(name: WriteToolName, description: string, properties: Record<string, object>): ModelTool {
  return {
    name,
    description,
    inputSchema: {
      type: "object",
      properties,
      required: Object.keys(properties),
      additionalProperties: false,
    },
  };
}

/** The only things a writer can do: no shell, no network, no credential; writes go to a copy in memory. */
export const writeTools: readonly ModelTool[] = [
  tool("list_files", "Paths of the target that begin with a prefix (empty: all), sorted, at most 400.", {
    prefix: text,
  }),
  tool(
    "read_file",
    "A file's text with its line numbers; lines are 1-based and inclusive, null reads to the end.",
    {
      path: text,
      from_line: line,
      to_line: line,
    },
  ),
  tool(
    "search",
    "Lines that hold a text, case-sensitive, in files whose path begins with a prefix; at most 80, at most 20 of one file; it says which files hold how many more.",
    {
      text,
      prefix: text,
    },
  ),
  tool("write_file", "Creates a file or replaces all of it. Give the whole content.", {
    path: text,
    content: text,
  }),
  tool("replace_text", "Replaces one passage of a file; old_text must occur exactly once.", {
    path: text,
    old_text: text,
    new_text: text,
  }),
  tool("ask", "Ends the work with a question about an entry that can be read in two ways.", {
    entry: text,
    quote: text,
    question: text,
  }),
  tool(
    "finish",
    "Ends the work; what was written is checked and, if something is missing, you are told. nothing_to_do names each entry whose change asks nothing of this target, and why; usually it is empty.",
    {
      summary: text,
      nothing_to_do: {
        type: "array",
        items: {
          type: "object",
          properties: { entry: text, because: text },
          required: ["entry", "because"],
          additionalProperties: false,
        },
      },
    },
  ),
];
