import { z } from "zod";
import { jobGroup } from "../job-group.ts";
import type { EventHandler } from "./event-handler.ts";
import { isPerson, orderOf, repositoryEvent, repositoryRef, time } from "./payload.ts";

const payload = repositoryEvent.extend({
  pull_request: z.object({
    number: z.number().int().positive(),
    updated_at: time,
    head: z.object({ ref: z.string().max(255).default(""), sha: z.string().regex(/^[0-9a-f]{40,64}$/) }),
    base: z.object({ ref: z.string().max(255).optional() }).optional(),
  }),
  changes: z.object({ base: z.unknown().optional() }).optional(),
});

/**
 * A pull request was opened, got commits, another base, or was closed. Events of bots count: specs are changed by bots
 * too, and a review gives nobody any right.
 */
export const pullRequestHandler: EventHandler = {
  event: "pull_request",
  actions: [
    "opened",
    "reopened",
    "synchronize",
    "ready_for_review",
    "converted_to_draft",
    "edited",
    "closed",
  ],
  jobs: ({ id, payload: raw }) => {
    const event = payload.parse(raw);
    if (event.action === "edited" && event.changes?.base === undefined) return [];
    const repository = repositoryRef(event);
    const { number, head, base, updated_at: at } = event.pull_request;
    const seen = { sha: head.sha, at, base: base?.ref };
    const common = { repository, pullRequest: number, deliveryId: id };
    const group = jobGroup(repository, number);
    if (event.action === "closed") {
      const order = isPerson(event.sender) ? orderOf(event.sender, at, [head.sha]) : null;
      const job = { kind: "closed", ...common, headRef: head.ref, order } as const;
      return [{ job, options: { dedupeKey: id, group, supersede: false }, head: seen }];
    }
    return [
      {
        job: { kind: "review", ...common, headSha: head.sha },
        options: { dedupeKey: id, group, supersede: true },
        head: seen,
      },
    ];
  },
};
