import { z } from "zod";
import { isBotBranch } from "../../core/plan/branch-name.ts";
import { checksGroup } from "../job-group.ts";
import type { EventHandler } from "./event-handler.ts";
import { repositoryEvent, repositoryRef } from "./payload.ts";

const payload = repositoryEvent.extend({
  check_suite: z.object({
    head_branch: z.string().nullable(),
    head_sha: z.string(),
    conclusion: z.string().nullable(),
  }),
});

/** The target's CI ended on one of our branches. */
export const checkSuiteHandler: EventHandler = {
  event: "check_suite",
  actions: ["completed"],
  jobs: ({ id, payload: raw }) => {
    const event = payload.parse(raw);
    const { head_branch: branch, head_sha: headSha, conclusion } = event.check_suite;
    if (branch === null || conclusion === null || !isBotBranch(branch)) return [];
    const repository = repositoryRef(event);
    return [
      {
        job: { kind: "checks-ended", repository, branch, headSha, conclusion, deliveryId: id },
        options: { dedupeKey: id, group: checksGroup(repository, branch), supersede: true },
      },
    ];
  },
};
