import type { FollowUpText } from "../../core/message/follow-up-body.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { fingerprint } from "../../core/entries/fingerprint.ts";
import { commentUrl, type GenerateJob, type Reviewed } from "./generation.ts";

/** What differs between follow-ups of the same entries. */
type FollowUpMaking = Pick<
  FollowUpText,
  "incomplete" | "readFirst" | "nothingToDo" | "verified" | "notVerified" | "model" | "design" | "demands"
> & {
  readonly target: string;
  /** Hash of the request to the model; null where none was made. */
  readonly request: string | null;
  /** Path of the design document that it is, or is made from. */
  readonly document?: string | undefined;
  /** The model's own words, or null. */
  readonly summary?: string | null;
};

/** What a follow-up pull request says about itself. */
export function followUpText(
  job: GenerateJob,
  { pull, review, context }: Reviewed,
  unit: GenerationUnit,
  { target, request, document, ...making }: FollowUpMaking,
): FollowUpText {
  const { owner, name } = context.repository;
  const members = review.recommendations.filter(({ change }) => unit.entries.includes(change.id));
  const fingerprints = members.map(({ change }): [string, string] => [
    change.id,
    fingerprint((change.after ?? change.before)?.text ?? ""),
  ]);
  return {
    data: {
      source: `${owner}/${name}#${String(pull.number)}`,
      stage: unit.stage,
      workPackage: unit.slug,
      target,
      head: review.head,
      entries: Object.fromEntries(fingerprints),
      ...(request === null ? {} : { request }),
      ...(document === undefined ? {} : { document }),
    },
    spec: context,
    pullRequest: pull.number,
    entries: members.map(({ change, reason, testData }) => ({
      id: change.id,
      file: change.file,
      line: change.line,
      reason,
      hasTestData: testData.length > 0,
    })),
    requestedBy: job.order.author.login,
    commentUrl: commentUrl(context, job),
    fromFork: pull.headRepository?.owner !== owner || pull.headRepository.name !== name,
    ...making,
  };
}
