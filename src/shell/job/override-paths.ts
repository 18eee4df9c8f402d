import type { CommandRequest } from "../../core/command/command.ts";
import type { Override } from "../../core/decision/review.ts";
import { fingerprint } from "../../core/spec/fingerprint.ts";
import type { CommandJob } from "./answer-command.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview, overridesKey } from "./load-review.ts";
import { react } from "./react.ts";
import { reviewPullRequest } from "./review-pull-request.ts";
import { selectEntries } from "./select-entries.ts";

/** `/path`: keeps or clears a human's decision, then brings the review comment up to date. */
export async function overridePaths(
  ports: JobPorts,
  job: CommandJob,
  request: Extract<CommandRequest, { name: "path" }>,
): Promise<string | null> {
  const loaded = await loadReview(ports, job.repository, job.pullRequest);
  if (!loaded?.review) return null;
  const selected = selectEntries(loaded.review, request.ids);
  if (typeof selected === "string") return selected;
  const ids = new Set(selected.map(({ change }) => change.id));
  const key = overridesKey(job.repository, job.pullRequest);
  const known = ((await ports.values.get(key)) as Override[] | null | undefined) ?? [];
  const kept = known.filter(({ id }) => !ids.has(id));
  const { path } = request;
  const added =
    path === "auto"
      ? []
      : selected.map(({ change }): Override => ({
          id: change.id,
          path,
          by: job.author,
          at: ports.clock.now().toISOString(),
          because: request.because,
          fingerprint: fingerprint((change.after ?? change.before)?.text ?? ""),
        }));
  await ports.values.set(key, [...kept, ...added]);
  await reviewPullRequest(ports, job.repository, job.pullRequest, job.deliveryId);
  await react(ports, job, "+1");
  return null;
}
