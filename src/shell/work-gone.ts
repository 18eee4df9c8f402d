/**
 * What the work was about does not exist any more, or nobody can be told of it: the App was removed, the comment deleted,
 * the conversation locked. The job ends; trying again would not bring it back.
 */
export class WorkGone extends Error {
  override readonly name = "WorkGone";
}
