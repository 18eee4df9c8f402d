import { z } from "zod";
import { jobGroup } from "../job-group.ts";
import type { EventHandler } from "./event-handler.ts";
import { isPerson, orderOf, repositoryEvent, repositoryRef } from "./payload.ts";

const payload = repositoryEvent.extend({
  check_run: z.object({
    head_sha: z.string(),
    /** Our own: the pull request's number, as GitHub names none for a fork's. */
    external_id: z.string().nullish(),
    pull_requests: z.array(z.object({ number: z.number() })).optional(),
  }),
  requested_action: z.object({ identifier: z.string().max(20) }).optional(),
});

/** What a button of the check run stands for. */
const orders: Readonly<Record<string, string>> = { generate: "/generate", explain: "/explain *" };

/** A person pressed a button of our check run, or asked for it to be run again. The job checks the right to do so. */
export const checkRunHandler: EventHandler = {
  event: "check_run",
  actions: ["requested_action", "rerequested"],
  jobs: ({ id, payload: raw, receivedAt }) => {
    const event = payload.parse(raw);
    const { check_run: check, sender } = event;
    const pullRequest = Number(check.external_id ?? "") || check.pull_requests?.[0]?.number;
    if (!isPerson(sender) || pullRequest === undefined || !Number.isSafeInteger(pullRequest)) return [];
    const repository = repositoryRef(event);
    const common = { repository, pullRequest, deliveryId: id };
    const group = jobGroup(repository, pullRequest);
    if (event.action === "rerequested") {
      const job = { kind: "review", ...common, headSha: check.head_sha } as const;
      return [{ job, options: { dedupeKey: id, group, supersede: true } }];
    }
    const body = orders[event.requested_action?.identifier ?? ""];
    if (body === undefined) return [];
    // The press has no time of its own: the check run names the commit, and of the rest it counts from when it came in.
    const order = { ...orderOf(sender, receivedAt, [check.head_sha]), isPress: true } as const;
    const job = { kind: "command", ...common, commentId: null, body, order } as const;
    return [{ job, options: { dedupeKey: id, group, supersede: false } }];
  },
};
