import { readFollowUp } from "../../core/message/marker.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { Html, html } from "./html.ts";

type Stage = "spec" | "design" | "code";

/** Whether a pull request changes the spec or follows from one that does. */
export function stageOf({ body }: PullRequest): Stage {
  return readFollowUp(body ?? "")?.stage ?? "spec";
}

export function stageBadge(pull: PullRequest): Html {
  const stage = stageOf(pull);
  return html`<span class="badge stage-${stage}">${stage}</span>`;
}
