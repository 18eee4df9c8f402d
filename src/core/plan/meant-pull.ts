/** A pull request that ever had the commit whose check run was pressed. */
export interface PressedPull {
  readonly number: number;
  readonly isOpen: boolean;
  /** Milliseconds since 1970, by GitHub's clock; null: it is open. */
  readonly closedAt: number | null;
  readonly headSha: string;
  /** Its heads when the server was told of the press, as far as events told. */
  readonly headsThen: readonly string[];
}

interface Press {
  /** The one that the check run names. */
  readonly pullRequest: number;
  readonly headSha: string;
  /** When the server was told of it: milliseconds since 1970, by its own clock. */
  readonly at: number;
}

/** By how much the server's clock and GitHub's may differ, in milliseconds. */
const clockDifference = 60_000;

/**
 * What a press may mean. A check run belongs to a commit, and several pull requests can have one commit as their head: GitHub does
 * not say in which of them somebody pressed. It is an order on one page, the one that the check run names, and on no other that
 * comes later; whoever had another before them then is not known to have meant that one.
 */
export function meantPull(
  press: Press,
  pulls: readonly PressedPull[],
): { readonly type: "meant" | "gone" } | { readonly type: "several"; readonly numbers: readonly number[] } {
  const others = pulls.filter((pull) => pull.number !== press.pullRequest && hadIt(press, pull));
  if (others.length > 0)
    return { type: "several", numbers: [press.pullRequest, ...others.map(({ number }) => number)] };
  const own = pulls.find(({ number }) => number === press.pullRequest);
  return { type: own?.isOpen === true && own.headSha === press.headSha ? "meant" : "gone" };
}

function hadIt({ headSha, at }: Press, { isOpen, closedAt, headSha: now, headsThen }: PressedPull): boolean {
  const wasOpen = isOpen || (closedAt ?? 0) >= at - clockDifference;
  return wasOpen && (now === headSha || headsThen.includes(headSha));
}
