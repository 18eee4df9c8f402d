import {
  baseMovedWords,
  forkMovedWords,
  headMovedWords,
  unnamedCommitWords,
  unsureMomentWords,
} from "../../core/message/order-message.ts";
import { orderProblem } from "../../core/plan/order-gate.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import { isSameRepository } from "../../core/repository-ref.ts";
import type { Order, PullRequest, RepositoryRef } from "../ports.ts";
import type { GenerateJob } from "./generation.ts";

/** What to say instead of carrying out an order that was given on another head or base; null: it holds. */
export function orderProblemWords(
  { heads: given, bases = [], unsure }: Pick<Order, "heads" | "bases" | "unsure">,
  { headSha: head, baseRef: base }: PullRequest,
): string | null {
  return wordsOf({ given, named: null, head, bases, base, isUnsure: unsure === true, mustName: null });
}

/**
 * As `orderProblemWords`; where the head can have moved unseen, a `/generate` names the commit, as the button of a check
 * run and a merge do.
 */
export function generateProblemWords(
  { order, commentId, request, repository }: GenerateJob,
  pull: PullRequest,
): string | null {
  const isUnknown = order.heads.length === 0;
  const isFork = isFromFork(pull, repository);
  const mustName = isFork ? "fork" : isUnknown ? "unknown" : null;
  const ofNow = commentId === null ? (order.heads.at(-1) ?? null) : request.commit;
  // Who tries a press again on a fork names no commit: it is for the one that was pressed.
  const named = isFork ? (request.commit ?? ofNow) : ofNow;
  const { heads: given, bases = [] } = order;
  const isUnsure = order.unsure === true;
  return wordsOf({ given, named, head: pull.headSha, bases, base: pull.baseRef, isUnsure, mustName });
}

/**
 * What to say instead of carrying out an order about a design, which means the spec of that moment; null: it is that spec. A
 * fork's author can have pushed unseen: of a fork it is the spec that the design was made from.
 */
export function specMovedWords(
  { spec }: Order,
  { source, data }: FollowUp,
  pull: PullRequest,
): string | null {
  if (isFromFork(pull, source.repository) && pull.headSha !== data.head)
    return forkMovedWords(data.head, pull.headSha);
  return orderProblemWords(spec ?? { heads: [] }, pull);
}

function wordsOf(facts: Parameters<typeof orderProblem>[0]): string | null {
  const problem = orderProblem(facts);
  if (problem === null) return null;
  switch (problem.type) {
    case "moved":
      return headMovedWords(problem.from, problem.to);
    case "retargeted":
      return baseMovedWords(problem.from, problem.to);
    case "unsure":
      return unsureMomentWords();
    case "unnamed":
      return unnamedCommitWords(problem.head, problem.why);
  }
}

/** A deleted fork is one too. */
export function isFromFork({ headRepository }: PullRequest, repository: RepositoryRef): boolean {
  return headRepository === null || !isSameRepository(headRepository, repository);
}
