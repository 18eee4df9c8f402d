import type { ModelRequest } from "../../model-request.ts";
import { codeForModel, dataBlock, dataForModel, joinForModel, markdownForModel } from "../../model-text.ts";
import { verifyPrompt } from "../prompts/verify.ts";
import { isComment, isString } from "../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { EntryEvidence } from "./check-demand.ts";
import { type Demand, demandsOf } from "./demands.ts";
import type { Unit } from "./product.ts";

/** A part of a file that a judge is shown, without comments; `line` is that of its first line. */
export interface Excerpt {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** One entry as it is put to a judge. */
export interface VerifyItem {
  readonly id: string;
  readonly text: string;
  readonly demands: readonly Demand[];
  readonly code: readonly Excerpt[];
  readonly tests: readonly Excerpt[];
}

/** Characters of code, and of tests, that one entry may show. */
const maxShown = 16_000;

/** What a judge needs of an entry: code and tests, none of their comments, so that nothing in one can speak to it. */
export function verifyItem(
  entry: { readonly id: string; readonly text: string },
  evidence: EntryEvidence,
  ids: ReadonlySet<string>,
): VerifyItem {
  const { tagged, near, reached, tests } = evidence;
  const exercised = near.filter((unit) => reached?.has(unit) === true);
  const units = outermost(
    [...new Set([...tagged, ...exercised])].filter(({ kind, owner }) => kind !== "top" || owner !== null),
  );
  const cases = [...new Set(tests.map(({ test }) => test))];
  return {
    id: entry.id,
    text: entry.text,
    demands: demandsOf(entry.text, ids),
    code: bounded(units.map(({ file, node }) => excerptOf(file, node))),
    tests: bounded(cases.map(({ file, node }) => excerptOf(file, node))),
  };
}

function outermost(units: readonly Unit[]): readonly Unit[] {
  return units.filter(
    (unit) =>
      !units.some(
        (other) =>
          other !== unit &&
          other.file === unit.file &&
          other.node.start <= unit.node.start &&
          other.node.end >= unit.node.end &&
          other.node.end - other.node.start < 6_000,
      ),
  );
}

function excerptOf(file: string, node: SyntaxNode): Excerpt {
  let text = node.text;
  for (const one of nodesIn(node)) {
    if (!isComment(one) && !isDocString(one)) continue;
    const from = one.start - node.start;
    text = text.slice(0, from) + one.text.replace(/[^\n]/g, " ") + text.slice(from + one.text.length);
  }
  return { file, line: node.line, text: withoutTrailingSpace(text) };
}

function withoutTrailingSpace(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function isDocString(node: SyntaxNode): boolean {
  return isString(node) && node.parent?.type === "expression_statement" && node.parent.children.length === 1;
}

function bounded(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  let left = maxShown;
  return excerpts.flatMap((excerpt) => {
    if (left < 200) return [];
    const text = excerpt.text.slice(0, left);
    left -= text.length;
    return [{ ...excerpt, text }];
  });
}

const quote = {
  anyOf: [
    { type: "null" },
    {
      type: "object",
      properties: { file: { type: "string" }, quote: { type: "string" } },
      required: ["file", "quote"],
      additionalProperties: false,
    },
  ],
};
const schema = {
  type: "object",
  properties: {
    demands: {
      type: "array",
      items: {
        type: "object",
        properties: {
          number: { type: "integer" },
          verdict: { type: "string", enum: ["met", "not_met", "cannot_tell"] },
          because: { type: "string" },
          code: quote,
          test: quote,
          mutation: {
            anyOf: [
              { type: "null" },
              {
                type: "object",
                properties: { file: { type: "string" }, old: { type: "string" }, new: { type: "string" } },
                required: ["file", "old", "new"],
                additionalProperties: false,
              },
            ],
          },
        },
        required: ["number", "verdict", "because", "code", "test", "mutation"],
        additionalProperties: false,
      },
    },
  },
  required: ["demands"],
  additionalProperties: false,
};

/** Asks about one entry. It is not the conversation that wrote the code, and nothing of that one is shown. */
export function verifyRequest({ id, text, demands, code, tests }: VerifyItem): ModelRequest {
  const asked = {
    entry: codeForModel(id),
    text: markdownForModel(text),
    demands: demands.map(({ number, kind, quote: words }) => ({
      number,
      kind: codeForModel(kind),
      words: markdownForModel(words),
    })),
  };
  const blocks = [
    dataBlock("entry", asked),
    ...code.map((one) => dataBlock("code", dataForModel(one, "code"))),
    ...tests.map((one) => dataBlock("test", dataForModel(one, "code"))),
  ];
  return {
    purpose: "judge",
    system: verifyPrompt,
    documents: [],
    messages: [{ role: "user", content: [{ type: "text", text: joinForModel(blocks) }] }],
    tools: [],
    outputSchema: schema,
    maxOutputTokens: 6_000,
  };
}
