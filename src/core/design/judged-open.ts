import { blockers } from "../decision/policy.ts";
import type { Recommendation } from "../decision/review.ts";
import type { Asked } from "./asked.ts";

/** What a model named as that which would settle an entry: the rules only ever say maybe, a model says yes or no. */
export function judgedOpen(
  members: readonly Pick<Recommendation, "change" | "criteria">[],
): readonly Asked[] {
  return members.flatMap(({ change, criteria }) =>
    blockers(criteria).flatMap(({ verdict, need, evidence }): readonly Asked[] =>
      verdict === "unclear" || need === undefined
        ? []
        : [{ question: need, about: [{ id: change.id, text: evidence[0]?.quote ?? "" }] }],
    ),
  );
}
