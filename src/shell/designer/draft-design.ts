import { checkDraft } from "../../core/design/draft/check-draft.ts";
import {
  type CheckedDraft,
  type DesignDraft,
  mends,
  problemsOf,
  readDraft,
} from "../../core/design/draft/design-draft.ts";
import type { DesignFacts } from "../../core/design/design-facts.ts";
import { modelRequestHash } from "../../core/code/request-hash.ts";
import { codeForModel } from "../../core/model-text.ts";
import type { ModelMessage, ModelReply, ModelRequest, ModelUsage } from "../../core/model-request.ts";
import { OverBudget } from "../../core/over-budget.ts";
import type { ModelPort } from "../ports.ts";
import type { ParseCheck } from "../writer/run-tool.ts";
import { sum } from "../writer/writer-run.ts";
import { parseInterfaces } from "./parse-interfaces.ts";

export interface DraftInput {
  readonly request: ModelRequest;
  readonly facts: DesignFacts;
  /** IDs of all entries of the spec at head. */
  readonly all: readonly string[];
  /** Texts that the request shows besides the entries. */
  readonly shown: readonly string[];
  readonly model: ModelPort;
  readonly signal: AbortSignal;
  /** JobContext.once: a reply that was paid for is never asked for again after a crash. */
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
  readonly parse: ParseCheck;
  /** Milliseconds for the draft and its repair. */
  readonly deadline: number;
  /** Hears why no model answered, for who can do something about it. */
  readonly onError: (error: unknown) => void;
}

type NoDraftReason = "over-budget" | "refused" | "truncated" | "unreadable" | "unreachable" | "deadline";

/** `none`: the design stands as the spec itself gives it. */
type DraftOutcome =
  | {
      readonly outcome: "drafted";
      readonly draft: CheckedDraft;
      readonly usage: ModelUsage;
      readonly origin: ModelReply["origin"];
    }
  | { readonly outcome: "none"; readonly why: NoDraftReason; readonly usage: ModelUsage | null };

export const draftDeadline = 5 * 60_000;

interface Drafted {
  readonly reply: ModelReply;
  readonly draft: CheckedDraft;
}

/**
 * Has the model draft a design, and once mend what failed a check; the better of the two is taken. Whatever goes wrong,
 * the design without a model stands. Throws only when the work itself was cancelled.
 */
export async function draftDesign(input: DraftInput): Promise<DraftOutcome> {
  const signal = AbortSignal.any([input.signal, AbortSignal.timeout(input.deadline)]);
  const spent: ModelUsage[] = [];
  const first = await turn({ ...input, signal }, input.request.messages, 1, spent);
  if (typeof first === "string") return { outcome: "none", why: first, usage: usageOf(spent) };
  const problems = problemsOf(first.draft);
  const second = problems.length === 0 ? null : await repaired({ ...input, signal }, first, problems, spent);
  const { draft, reply } = second !== null && mends(second.draft, first.draft) ? second : first;
  const usage = usageOf(spent) ?? reply.usage;
  return { outcome: "drafted", draft, usage, origin: reply.origin };
}

async function repaired(
  input: DraftInput,
  { reply }: Drafted,
  problems: readonly string[],
  spent: ModelUsage[],
): Promise<Drafted | null> {
  const text = [
    "Code checked the draft. Give the whole draft again, with only these mended: leave such a statement out or make it a question, and do not reword it to pass.",
    ...problems.slice(0, 40).map((problem) => `- ${problem}`),
  ].join("\n");
  const messages: readonly ModelMessage[] = [
    ...input.request.messages,
    { role: "assistant", raw: reply.raw },
    { role: "user", content: [{ type: "text", text: codeForModel(text) }] },
  ];
  const second = await turn(input, messages, 2, spent);
  return typeof second === "string" ? null : second;
}

async function turn(
  input: DraftInput,
  messages: readonly ModelMessage[],
  number: number,
  spent: ModelUsage[],
): Promise<Drafted | NoDraftReason> {
  const reply = await ask(input, { ...input.request, messages }, number);
  if (typeof reply === "string") return reply;
  spent.push(reply.usage);
  if (reply.stop !== "end") return reply.stop === "refused" ? "refused" : "truncated";
  const draft: DesignDraft | null = readDraft(reply.text);
  if (draft === null) return "unreadable";
  const parsed = await parseInterfaces(draft.interfaces, input.parse);
  return {
    reply,
    draft: checkDraft(draft, { facts: input.facts, all: input.all, parsed, shown: input.shown }),
  };
}

/** The reply, or why there is none; a cancelled job throws. */
async function ask(
  { model, once, signal, onError, ...input }: DraftInput,
  request: ModelRequest,
  number: number,
): Promise<ModelReply | NoDraftReason> {
  const slot = `design/${input.facts.workPackage.slug}/${number}`;
  try {
    return await once(`${slot}@${modelRequestHash(request)}`, () =>
      model.complete(request, { signal, slot }),
    );
  } catch (error) {
    if (error instanceof OverBudget) return "over-budget";
    if (signal.aborted && !isDeadline(signal)) throw error;
    onError(error);
    return signal.aborted ? "deadline" : "unreachable";
  }
}

function isDeadline({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}

function usageOf(spent: readonly ModelUsage[]): ModelUsage | null {
  const [first, ...rest] = spent;
  return first === undefined ? null : rest.reduce(sum, first);
}
