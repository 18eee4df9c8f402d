import { headMovedWords, unnamedCommitWords } from "../../core/message/order-message.ts";
import { orderProblem } from "../../core/plan/order-gate.ts";
import { isSameRepository } from "../../core/repository-ref.ts";
import type { Order, PullRequest, RepositoryRef } from "../ports.ts";
import type { GenerateJob } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";

/** What to say instead of carrying out an order that was given on another head; null: it holds. */
export function orderProblemWords({ heads: given }: Order, { headSha: head }: PullRequest): string | null {
  return wordsOf({ given, named: null, head, mustName: null });
}

/**
 * As `orderProblemWords`; where the head can have moved unseen, a `/generate` names the commit, as the button of a check
 * run and a merge do.
 */
export function generateProblemWords(
  { forgets }: Pick<JobPorts, "forgets">,
  { order, commentId, request, repository }: GenerateJob,
  pull: PullRequest,
): string | null {
  const isUnknown = order.heads.length === 0 && forgets !== true;
  const mustName = isFromFork(pull, repository) ? "fork" : isUnknown ? "unknown" : null;
  const named = commentId === null ? (order.heads.at(-1) ?? null) : request.commit;
  return wordsOf({ given: order.heads, named, head: pull.headSha, mustName });
}

function wordsOf(facts: Parameters<typeof orderProblem>[0]): string | null {
  const problem = orderProblem(facts);
  if (problem === null) return null;
  return problem.type === "moved"
    ? headMovedWords(problem.from, problem.to)
    : unnamedCommitWords(problem.head, problem.why);
}

/** A deleted fork is one too. */
export function isFromFork({ headRepository }: PullRequest, repository: RepositoryRef): boolean {
  return headRepository === null || !isSameRepository(headRepository, repository);
}
