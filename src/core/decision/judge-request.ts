import type { ModelRequest } from "../model-request.ts";
import { asJson, codeForModel } from "../model-text.ts";
import type { Change } from "../entries/change.ts";
import { criterionIds } from "./criterion.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { type JudgeItem, judgeItem } from "./judge-item.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import { judgePrompt } from "./prompts/judge.ts";

/** The entries of one call, in the order their answers are expected. */
export type JudgeBatch = readonly JudgeItem[];

const mostEntries = 8;
const mostCharacters = 40_000;
const tokensPerEntry = 1200;

/** What is to be judged: every change that rules do not know to need no work. */
export function judgeItems(changes: readonly Change[], context: SpecIndex): readonly JudgeItem[] {
  return changes
    .filter((change) => change.after !== null && nothingToBuild(change, context) === null)
    .map((change) => judgeItem(change, context));
}

export function judgeBatches(items: readonly JudgeItem[]): readonly JudgeBatch[] {
  const batches: JudgeItem[][] = [];
  let size = 0;
  for (const item of items) {
    const own = JSON.stringify(item).length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= mostEntries || size + own > mostCharacters) {
      batches.push([item]);
      size = own;
    } else {
      last.push(item);
      size += own;
    }
  }
  return batches;
}

/** The exact request for one batch: instructions, then the entries as JSON. No tools, nothing secret. */
export function judgeRequest(batch: JudgeBatch): ModelRequest {
  const entries = batch.map(({ context, ...item }, i) => ({
    entry: i + 1,
    ...item,
    context: context.map(({ relation, ...entry }) => ({ ...entry, relation: codeForModel(relation) })),
  }));
  return {
    purpose: "judge",
    system: judgePrompt,
    documents: [],
    messages: [{ role: "user", content: [{ type: "text", text: asJson({ entries }, 1) }] }],
    tools: [],
    outputSchema: judgeSchema,
    maxOutputTokens: 500 + tokensPerEntry * batch.length,
  };
}

/**
 * Estimate of a request's tokens without any SDK: 3.5 characters a token, rounded up. English prose has about 4 and
 * JSON with identifiers about 3.2, so it errs to the high side for specs.
 */
export function estimateTokens(request: ModelRequest): number {
  const texts = request.messages.flatMap((message) =>
    message.role === "user"
      ? message.content.map((part) => (part.type === "text" ? part.text : part.content))
      : [],
  );
  const documents = request.documents.map((document) => document.title + document.text);
  const characters = [request.system, JSON.stringify(request.outputSchema), ...documents, ...texts].join(
    "",
  ).length;
  return Math.ceil(characters / 3.5);
}

const text = { type: "string" } as const;

/** Order matters: a model writes evidence before it writes the verdict. */
const judgeSchema = {
  type: "object",
  additionalProperties: false,
  required: ["entries"],
  properties: {
    entries: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["entry", "answers"],
        properties: {
          entry: { type: "integer" },
          answers: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["criterion", "evidence", "because", "need", "verdict"],
              properties: {
                criterion: { type: "string", enum: criterionIds },
                evidence: { type: "array", items: text },
                because: text,
                need: text,
                verdict: { type: "string", enum: ["yes", "no", "unclear"] },
              },
            },
          },
        },
      },
    },
  },
};
