import { z } from "zod";
import { type PullRequestPlace, pullRequestKey } from "./place.ts";
import { stored } from "./stored.ts";

/** The last `/cancel` of a pull request: what was ordered there before it is not carried out any more. */
interface Cancel {
  /** When it was said: milliseconds since 1970, by GitHub's clock, to the second. */
  readonly at: number;
  /** The comment that said it; null: in a review thread, whose comments are counted apart. */
  readonly comment: number | null;
  /** When it was accepted, by the server's clock: a button's press has no other. */
  readonly accepted: number;
  /** The head that stood then, of a follow-up: no failure of it is answered. */
  readonly head: string | null;
}

const schema: z.ZodType<Cancel> = z.object({
  at: z.number(),
  comment: z.number().nullable(),
  accepted: z.number(),
  head: z.string().nullable(),
});

export const cancelState = stored({
  version: 1,
  schema,
  key: (place: PullRequestPlace) => `cancelled/${pullRequestKey(place)}`,
});

/** When an order was given. */
interface OrderMoment {
  readonly at: number;
  /** The comment that gave it. */
  readonly comment?: number | undefined;
  /** A press has no time by GitHub's clock: `at` is when the server was told. */
  readonly isPress?: true | undefined;
}

/** The later one of two, whichever came in first; the head is that of the one that is accepted now. */
export function withCancel(known: Cancel | null, now: Cancel): Cancel {
  const isLater = known === null || now.at > known.at || (now.at === known.at && isAfter(now, known));
  const { at, comment } = isLater ? now : known;
  return {
    at,
    comment,
    accepted: Math.max(now.accepted, known?.accepted ?? 0),
    head: now.head ?? known?.head ?? null,
  };
}

/** Whether a `/cancel` was said after an order; within one second the comments' order decides, and without one, yes. */
export function takesBack(cancel: Cancel | null, order: OrderMoment): boolean {
  if (cancel === null) return false;
  if (order.isPress === true) return order.at <= cancel.accepted;
  // The commands of one comment are carried out in their order.
  if (order.comment !== undefined && order.comment === cancel.comment) return false;
  return order.at < cancel.at || (order.at === cancel.at && !isAfter(order, cancel));
}

/** Whether a `/cancel` was said after a head came to stand, from which a repair would go on. */
export function takesBackHead(
  cancel: Cancel | null,
  head: { readonly sha: string; readonly at: number },
): boolean {
  return cancel !== null && (cancel.head === head.sha || head.at <= cancel.at);
}

interface Commented {
  readonly comment?: number | null | undefined;
}

function isAfter({ comment: a = null }: Commented, { comment: b = null }: Commented): boolean {
  return a !== null && b !== null && a > b;
}
