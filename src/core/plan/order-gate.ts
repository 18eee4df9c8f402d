/** What an order is held against before anything is done for it. Heads are commits. */
interface OrderFacts {
  /** Heads of the pull request when the order was given, the last one last; none: nothing is known of that time. */
  readonly given: readonly string[];
  /** The commit, or its beginning, that the order names itself; null when it names none. */
  readonly named: string | null;
  readonly head: string;
  /** The branches that it was to go into then, the last one last; none: nothing is known of that time. */
  readonly bases: readonly string[];
  readonly base: string;
  /** It may have had another head or base then, of which nobody has told. */
  readonly isUnsure: boolean;
  /** Null: the order need not name the commit. */
  readonly mustName: "fork" | "unknown" | null;
}

type OrderProblem =
  | { readonly type: "moved"; readonly from: string; readonly to: string }
  /** Another base branch: other entries count as changed, and another configuration holds. */
  | { readonly type: "retargeted"; readonly from: string; readonly to: string }
  /** It is not known on which head and base it was given. */
  | { readonly type: "unsure" }
  /** The order has to name the commit: a fork's author can push at any time, or nothing is known of the time it was given. */
  | { readonly type: "unnamed"; readonly head: string; readonly why: "fork" | "unknown" };

/** Why an order is not carried out on this head and base; null: it was given on them. */
export function orderProblem(facts: OrderFacts): OrderProblem | null {
  const { given, named, head, bases, base, isUnsure, mustName } = facts;
  if (named !== null && !head.startsWith(named)) return { type: "moved", from: named, to: head };
  const last = given.at(-1);
  if (last !== undefined && !given.includes(head)) return { type: "moved", from: last, to: head };
  const into = bases.at(-1);
  if (into !== undefined && !bases.includes(base)) return { type: "retargeted", from: into, to: base };
  if (isUnsure) return { type: "unsure" };
  return mustName === null || named !== null ? null : { type: "unnamed", head, why: mustName };
}
