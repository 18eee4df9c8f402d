import { z } from "zod";
import type { SeenHead } from "../../core/state/heads.ts";
import { jobGroup } from "../job-group.ts";
import type { EventHandler } from "./event-handler.ts";
import { isPerson, orderOf, repositoryEvent, repositoryRef, time } from "./payload.ts";

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const payload = repositoryEvent.extend({
  pull_request: z.object({
    number: z.number().int().positive(),
    updated_at: time,
    head: z.object({ ref: z.string().max(255).default(""), sha: commit }),
    base: z.object({ ref: z.string().max(255).optional() }).optional(),
  }),
  before: commit.optional().catch(undefined),
  changes: z
    .object({
      base: z
        .object({
          ref: z
            .object({ from: z.string().max(255) })
            .optional()
            .catch(undefined),
        })
        .optional(),
    })
    .optional(),
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
    const seen = { sha: head.sha, at, base: base?.ref, ...until(event) };
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

/** What the pull request was until this event. */
function until({ before: sha, changes }: z.infer<typeof payload>): Pick<SeenHead, "before"> {
  const base = changes?.base?.ref?.from;
  return sha === undefined && base === undefined ? {} : { before: { sha, base } };
}
