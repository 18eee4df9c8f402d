import { codeInDocument, type DocumentCode } from "../../core/design/code-in-document.ts";
import { fileEnding, languageName } from "../../core/code/language.ts";
import { modelRequestHash } from "../../core/code/request-hash.ts";
import { readRevision, type Revised, type Revision } from "../../core/design/revise-reply.ts";
import { type ReviseFacts, reviseRequest } from "../../core/design/revise-request.ts";
import { codeForModel } from "../../core/model-text.ts";
import type { ModelReply, ModelRequest } from "../../core/model-request.ts";
import type { ModelPort } from "../ports.ts";
import { onOutputThread } from "../writer/output-thread.ts";
import type { ParseCheck } from "../writer/run-tool.ts";

interface RevisionInput {
  readonly facts: ReviseFacts;
  /** IDs that the document may cite. */
  readonly known: ReadonlySet<string>;
  readonly model: ModelPort;
  readonly signal: AbortSignal;
  /** JobContext.once: a reply that was paid for is never asked for again after a crash. */
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
  readonly parse: ParseCheck;
}

export type RevisionOutcome =
  | (Extract<Revised, { text: string }> & { readonly outcome: "revised"; readonly summary: string })
  /** The model had nothing to change, and says why. */
  | { readonly outcome: "nothing"; readonly summary: string }
  | { readonly outcome: "failed"; readonly problem: string };

/**
 * Has the model name the passages to change, and puts them into the document. A revision that would break it, or leave
 * code that does not parse, is told once to the model; then nothing is changed. Throws what the model port throws.
 */
export async function reviseDocument(input: RevisionInput): Promise<RevisionOutcome> {
  const request = reviseRequest(input.facts);
  const first = await ask(input, request, 1);
  const outcome = await outcomeOf(input, first);
  if (outcome.outcome !== "failed" || first.stop !== "end") return outcome;
  const told = `Nothing was changed: ${outcome.problem}. Answer again with all edits.`;
  const second = await ask(
    input,
    {
      ...request,
      messages: [
        ...request.messages,
        { role: "assistant", raw: first.raw },
        { role: "user", content: [{ type: "text", text: codeForModel(told) }] },
      ],
    },
    2,
  );
  return await outcomeOf(input, second);
}

async function ask(
  { model, once, signal }: RevisionInput,
  request: ModelRequest,
  number: number,
): Promise<ModelReply> {
  const slot = `revise/${String(number)}`;
  return await once(`${slot}@${modelRequestHash(request)}`, () => model.complete(request, { signal, slot }));
}

async function outcomeOf(input: RevisionInput, reply: ModelReply): Promise<RevisionOutcome> {
  const { document } = input.facts;
  const revision: Revision | null = reply.stop === "end" ? readRevision(reply.text) : null;
  if (revision === null) return { outcome: "failed", problem: "the model's answer could not be read" };
  const { summary, edits } = revision;
  if (edits.length === 0) return { outcome: "nothing", summary };
  const revise = { document: document.text, edits, known: [...input.known] };
  const answer = await onOutputThread<Revised>({ revise });
  if ("problem" in answer)
    return { outcome: "failed", problem: `the document would be ${answer.problem} to be read` };
  const revised = answer.value;
  if ("problem" in revised) return { outcome: "failed", ...revised };
  const problem = await codeProblem(document.text, revised.text, input.parse);
  return problem === null ? { outcome: "revised", ...revised, summary } : { outcome: "failed", problem };
}

/** Why changed code does not parse, or null. Where people left code that did not parse before, they may go on. */
async function codeProblem(before: string, after: string, parse: ParseCheck): Promise<string | null> {
  const was = codeInDocument(before);
  const isOld = ({ language, text }: DocumentCode): boolean =>
    was.some((one) => one.language === language && one.text === text);
  const broken = async (code: DocumentCode): Promise<string | null> =>
    parse(`interface.${fileEnding(code.language)}`, code.text);
  for (const code of codeInDocument(after).filter((one) => !isOld(one))) {
    const problem = await broken(code);
    if (problem === null) continue;
    const gone = was.filter((one) => one.language === code.language && !after.includes(one.text));
    const wasBroken = (await Promise.all(gone.map(broken))).some((one) => one !== null);
    if (!wasBroken) return `the ${languageName(code.language)} code would be wrong: ${problem}`;
  }
  return null;
}
