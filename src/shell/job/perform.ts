import type { StoreAction } from "../../core/plan/action.ts";
import { jobGroup } from "../job-group.ts";
import { recordFollowUp } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";

/** Has the effects on the bot's own store, in their order. */
export async function perform(
  { values, queue }: Pick<JobPorts, "values" | "queue">,
  actions: readonly StoreAction[],
): Promise<void> {
  for (const action of actions) {
    if (action.type === "record-follow-up") {
      await recordFollowUp(values, action.followUp);
      continue;
    }
    const { repository, number, headSha, key, deliveryId } = action;
    await queue.enqueue(
      { kind: "review", repository, pullRequest: number, headSha, deliveryId },
      { dedupeKey: key, group: jobGroup(repository, number), supersede: true },
    );
  }
}
