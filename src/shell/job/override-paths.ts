import type { CommandRequest } from "../../core/command/command.ts";
import type { Override } from "../../core/decision/review.ts";
import { fingerprint } from "../../core/entries/fingerprint.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview } from "./load-review.ts";
import { orderProblemWords } from "./order.ts";
import { noteOverrides } from "./overrides.ts";
import { react } from "./react.ts";
import { reviewPullRequest } from "./review-pull-request.ts";
import { selectEntries } from "../../core/command/select-entries.ts";

/** Characters of an entry that are kept with a decision about it. */
const maxText = 300;

/** `/path`: keeps or clears a human's decision, then brings the review comment up to date. */
export async function overridePaths(
  ports: JobPorts,
  job: CommandJob,
  request: Extract<CommandRequest, { name: "path" }>,
): Promise<string | null> {
  const loaded = await loadReview(ports, job.repository, job.pullRequest, job.order.author);
  if (!loaded?.review) return null;
  const problem = orderProblemWords(job.order, loaded.pull);
  if (problem !== null) return problem;
  const selected = selectEntries(loaded.review, request.ids);
  if (typeof selected === "string") return selected;
  const at = ports.clock.now().toISOString();
  const { path, because } = request;
  const decided = selected.map((one): [string, Override | null] => {
    const { change } = one;
    const recommended = one.override?.recommended ?? one.path;
    const whole = (change.after ?? change.before)?.text ?? "";
    const text = whole.slice(0, maxText);
    const by = job.order.author.login;
    const override = { id: change.id, by, at, because, fingerprint: fingerprint(whole), text };
    return [change.id, path === "auto" ? null : { ...override, path, recommended }];
  });
  const { repository, pullRequest, commentId } = job;
  await noteOverrides(ports.values, repository, pullRequest, commentId ?? 0, new Map(decided));
  await reviewPullRequest(ports, job.repository, job.pullRequest, job.deliveryId);
  await react(ports, job, "+1");
  return null;
}
