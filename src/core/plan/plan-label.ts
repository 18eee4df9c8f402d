import type { Review } from "../decision/review.ts";
import type { GitHubAction } from "./action.ts";

const own = ["twopath: design", "twopath: code"] as const;

/**
 * The label of a pull request: `twopath: design` when an entry needs a design first, `twopath: code` when entries go
 * straight to code and none needs a design, neither when nothing is to be made. No other label is touched.
 *
 * @param review null when the pull request changes no spec file.
 * @param present names of the pull request's labels.
 */
export function planLabel(review: Review | null, present: readonly string[]): GitHubAction[] {
  const paths = new Set(review?.recommendations.map(({ path }) => path));
  const wanted = paths.has("design") ? own[0] : paths.has("code") ? own[1] : null;
  const add = wanted === null || present.includes(wanted) ? null : wanted;
  const remove = own.filter((name) => name !== wanted && present.includes(name));
  return add === null && remove.length === 0 ? [] : [{ type: "label", add, remove }];
}
