import type { ModelRequest } from "../model-request.ts";
import type { SourceFile } from "../entries/entry.ts";
import { codeForModel, dataBlock, joinForModel, entryForModel, markdownForModel } from "../model-text.ts";
import { revisePrompt } from "./prompts/revise.ts";

export interface ReviseFacts {
  readonly document: SourceFile;
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  /** What the reviewer wrote after `/revise`. */
  readonly asked: string;
  /** The line that the reviewer wrote it beside, as it read then; null in a comment on the whole. */
  readonly beside?: string | null;
}

/** The request for a change of a design document. Pure: the same facts give the same bytes. */
export function reviseRequest({ document, entries, asked, beside = null }: ReviseFacts): ModelRequest {
  const { path, text: page } = document;
  const text = joinForModel([
    dataBlock("document", { path: codeForModel(path), text: markdownForModel(page) }),
    dataBlock(
      "entries",
      entries.map((entry) => ({ id: markdownForModel(entry.id), text: entryForModel(entry.text) })),
    ),
    dataBlock("asked", markdownForModel(asked.slice(0, 4000))),
    ...(beside === null ? [] : [dataBlock("beside", markdownForModel(beside.slice(0, 1000)))]),
  ]);
  return {
    purpose: "design",
    system: revisePrompt,
    documents: [],
    messages: [{ role: "user", content: [{ type: "text", text }] }],
    tools: [],
    outputSchema: schema,
    maxOutputTokens: 16_000,
  };
}

const string = { type: "string" } as const;

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["edits", "summary"],
  properties: {
    edits: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["old_text", "new_text"],
        properties: { old_text: string, new_text: string },
      },
    },
    summary: string,
  },
};
