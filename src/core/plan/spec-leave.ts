import type { RepositoryRef } from "../repository-ref.ts";

declare const given: unique symbol;

/**
 * Leave to let what a spec says become an answer, a check run or a commit in a repository. Every action that carries such text
 * takes one, and goes to the place that it is for; only this file makes one.
 */
export interface SpecLeave {
  readonly place: RepositoryRef;
  readonly [given]: true;
}

/** Why nothing of a private spec's text is shown: everybody reads the place, or who asks may not read the spec. */
export type LeaveRefusal = "hidden-here" | "hidden-from-you";

interface Showing {
  readonly spec: RepositoryRef;
  readonly place: RepositoryRef;
}

/** Within the spec's own repository. */
export function leaveWithin(repository: RepositoryRef): SpecLeave {
  return leave(repository);
}

/** For a new order of somebody who may write in both repositories: asked when it is placed, and again when it is opened. */
export function leaveOfNewOrder(place: RepositoryRef): SpecLeave {
  return leave(place);
}

interface OrderedText extends Showing {
  /** The commit of the spec that somebody who may write in both repositories had code made from; null: none. */
  readonly ordered: string | null;
  /** The commit whose text is to be shown. */
  readonly head: string;
}

/** Within one repository, and for the very text that an order has brought there already. Null: it has to be asked who reads. */
export function leaveOfOrder({ spec, place, ordered, head }: OrderedText): SpecLeave | null {
  return spec.id === place.id || ordered === head ? leave(place) : null;
}

interface Readers extends Showing {
  readonly isSpecPrivate: boolean;
  readonly isPlacePrivate: boolean;
  /** Whether who asks may read the spec. */
  readonly mayRead: boolean;
}

/** For any other text: that of a private spec only in private, for somebody who can read it there anyway. */
export function leaveOfReader(facts: Readers): SpecLeave | LeaveRefusal {
  const { spec, place, isSpecPrivate, isPlacePrivate, mayRead } = facts;
  if (spec.id === place.id || !isSpecPrivate) return leave(place);
  if (!isPlacePrivate) return "hidden-here";
  return mayRead ? leave(place) : "hidden-from-you";
}

function leave(place: RepositoryRef): SpecLeave {
  return { place } as SpecLeave;
}
