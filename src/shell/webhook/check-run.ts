import { z } from "zod";
import { jobGroup } from "../job-group.ts";
import type { EventHandler } from "./event-handler.ts";
import { isPerson, repositoryEvent, repositoryRef } from "./payload.ts";

const payload = repositoryEvent.extend({
  check_run: z.object({
    head_sha: z.string(),
    pull_requests: z.array(z.object({ number: z.number() })).optional(),
  }),
  requested_action: z.object({ identifier: z.string().max(20) }),
});

/** A person pressed a button of our check run. The right to do so is checked by the job. */
export const checkRunHandler: EventHandler = {
  event: "check_run",
  actions: ["requested_action"],
  jobs: ({ id, payload: raw }) => {
    const event = payload.parse(raw);
    if (!isPerson(event.sender)) return [];
    const repository = repositoryRef(event);
    const pullRequest = event.check_run.pull_requests?.[0]?.number ?? null;
    return [
      {
        job: {
          kind: "button",
          repository,
          pullRequest,
          headSha: event.check_run.head_sha,
          identifier: event.requested_action.identifier,
          author: event.sender.login,
          deliveryId: id,
        },
        options: { dedupeKey: id, group: jobGroup(repository, pullRequest ?? 0), supersede: false },
      },
    ];
  },
};
