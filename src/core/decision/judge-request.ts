import type { ModelRequest } from "../model-request.ts";
import type { Change } from "../entries/change.ts";
import { asJson, codeForModel, markdownForModel, type ModelData } from "../model-text.ts";
import { exchangedNames } from "./exchanged-names.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { type JudgeItem, judgeItem } from "./judge-item.ts";
import { kindsOfNothing } from "./judge-reply.ts";
import { kindsOfReasons } from "./kinds-of-reasons.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import { isToTakeBack } from "./no-work/take-back.ts";
import { judgePrompt } from "./prompts/judge.ts";
import type { Override } from "./review.ts";

/** The entries of one call, in the order their answers are expected. */
export type JudgeBatch = readonly JudgeItem[];

/** What a team taught: its latest decisions in this repository, and its own words. */
export interface TeamLine {
  /** Only those of people with write access; those without the text they were given for are left out. */
  readonly decisions: readonly Pick<Override, "id" | "text" | "path" | "because">[];
  readonly glossary: readonly string[];
}

/** What a repository taught, or null when it taught nothing. */
export function teamLine(
  decisions: TeamLine["decisions"],
  glossary: {
    readonly product: readonly string[];
    readonly vague: readonly string[];
    readonly heavy: readonly string[];
  },
): TeamLine | null {
  const words = [
    ...glossary.product.map((word) => `${word}: a word of the product, which says nothing about the path`),
    ...glossary.vague.map((word) => `${word}: leaves something open here`),
    ...glossary.heavy.map((word) => `${word}: stands for something that needs a design here`),
  ];
  return decisions.length + words.length === 0 ? null : { decisions, glossary: words };
}

const maxEntries = 8;
const maxCharacters = 40_000;
/** Measured replies have about 130; half as much again leaves room for two reasons. */
const tokensPerEntry = 200;
const maxDecisions = 8;
const maxDecisionText = 300;

/** What is to be judged: every change that nothing proves to need no work. */
export function judgeItems(changes: readonly Change[], context: SpecIndex): readonly JudgeItem[] {
  const renamed = exchangedNames(changes);
  return changes
    .filter((change) => nothingToBuild(change, context) === null && !isToTakeBack(change, context))
    .map((change) => judgeItem(change, context, renamed));
}

export function judgeBatches(items: readonly JudgeItem[]): readonly JudgeBatch[] {
  const batches: JudgeItem[][] = [];
  let size = 0;
  for (const item of items) {
    const own = JSON.stringify(item).length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= maxEntries || size + own > maxCharacters) {
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
export function judgeRequest(batch: JudgeBatch, team: TeamLine | null = null): ModelRequest {
  const entries = batch.map(({ context, alsoChanged, ...item }, i) => ({
    entry: i + 1,
    ...item,
    context: context.map(({ relation, ...entry }) => ({ ...entry, relation: codeForModel(relation) })),
    alsoChanged: alsoChanged.map(({ change, ...entry }) => ({ ...entry, change: codeForModel(change) })),
  }));
  const data = { ...(team === null ? {} : { team: shownTeam(team) }), entries };
  return {
    purpose: "judge",
    system: judgePrompt(kindsOfReasons()),
    documents: [],
    messages: [{ role: "user", content: [{ type: "text", text: asJson(data, 1) }] }],
    tools: [],
    outputSchema: judgeSchema(),
    maxOutputTokens: 300 + tokensPerEntry * batch.length,
  };
}

function shownTeam({ decisions, glossary }: TeamLine): ModelData {
  const told = decisions.flatMap(({ text, path, because }) =>
    text === undefined
      ? []
      : [
          {
            entry: markdownForModel(text, maxDecisionText),
            path: codeForModel(path),
            because: because === null ? null : markdownForModel(because, maxDecisionText),
          },
        ],
  );
  return { decisions: told.slice(0, maxDecisions), words: glossary.map((word) => codeForModel(word)) };
}

const text = { type: "string" } as const;

function objectOf(properties: Readonly<Record<string, object>>): object {
  return { type: "object", additionalProperties: false, required: Object.keys(properties), properties };
}

/** Order matters: a model writes the quote before it writes the answer. */
function judgeSchema(): object {
  const kinds = kindsOfReasons().map(({ id }) => id);
  const reason = objectOf({ kind: { type: "string", enum: kinds }, quote: text, settle: text });
  return objectOf({
    entries: {
      type: "array",
      items: objectOf({
        entry: { type: "integer" },
        quote: text,
        work: { type: "string", enum: ["yes", "no"] },
        nothing: { type: "string", enum: [...kindsOfNothing, ""] },
        open: text,
        path: { type: "string", enum: ["code", "design", "none"] },
        because: text,
        reasons: { type: "array", items: reason },
      }),
    },
  });
}
