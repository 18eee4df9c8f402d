import { withState } from "../design/design-state.ts";

interface MergeFacts {
  /** Head of the pull request that GitHub calls merged. */
  readonly head: string;
  /** The commit that brought it in, by GitHub's word, and its parents; null: GitHub names none. */
  readonly merge: { readonly commit: string; readonly parents: readonly string[] } | null;
  /** The document at the head, at that commit, and in the base branch as it is now; null: it is not there. */
  readonly texts: { readonly head: string; readonly merge: string | null; readonly base: string | null };
}

/**
 * Whether a merge approved a design. GitHub also calls merged what came in with something else that was merged or pushed, with
 * whatever was made of its files on the way: only a text that the base holds, by a merge of this very pull request, is approved.
 * A squash and a rebase leave a commit with one parent, which is not the head.
 */
export function approval({ head, merge, texts }: MergeFacts): "approved" | "came-along" | "not-in-base" {
  const isSame = (text: string | null): boolean => text !== null && stated(text) === stated(texts.head);
  if (!isSame(texts.base)) return "not-in-base";
  const isOwn =
    merge !== null &&
    merge.commit !== head &&
    (merge.parents.length === 1 || merge.parents.includes(head)) &&
    isSame(texts.merge);
  return isOwn ? "approved" : "came-along";
}

/** That a design was accepted, or superseded, is written into it later. */
function stated(text: string): string {
  return withState(text, "accepted");
}
