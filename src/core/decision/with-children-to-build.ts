import type { Recommendation } from "./review.ts";

/**
 * The entries asked for, in the review's order; where one has nothing to build because its children carry the behaviour, with
 * those of them that have.
 */
export function withChildrenToBuild(
  asked: readonly Recommendation[],
  all: readonly Recommendation[],
): readonly Recommendation[] {
  const wanted = new Set(asked.map(({ change }) => change.id));
  const childrenOf = (id: string): readonly Recommendation[] =>
    all.filter(({ change }) => (change.after ?? change.before)?.parent === id && !wanted.has(change.id));
  const open = asked.flatMap(({ path, takeBack, change }) =>
    path === "none" && !takeBack ? [change.id] : [],
  );
  const seen = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { change, path } of childrenOf(id)) {
      if (path !== "none") wanted.add(change.id);
      else if (!seen.has(change.id)) open.push(change.id);
      seen.add(change.id);
    }
  return all.filter(({ change }) => wanted.has(change.id));
}
