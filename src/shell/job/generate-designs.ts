import type { CommandRequest } from "../../core/command/command.ts";
import type { Recommendation, Review, WorkPackage } from "../../core/decision/review.ts";
import { designDocument } from "../../core/generation/design-document.ts";
import { blobUrl } from "../../core/message/link.ts";
import { noModelMessage, resultMessage, type TargetResult } from "../../core/message/reply.ts";
import type { FollowUpText } from "../../core/message/follow-up-body.ts";
import type { OpenFollowUp } from "../../core/plan/action.ts";
import { planFollowUp } from "../../core/plan/plan-follow-up.ts";
import { fingerprint } from "../../core/spec/fingerprint.ts";
import type { CommandJob } from "./answer-command.ts";
import type { JobPorts } from "./job-ports.ts";
import { type LoadedReview, loadReview } from "./load-review.ts";
import { selectEntries } from "./select-entries.ts";

type Generate = Extract<CommandRequest, { name: "generate" }>;
type Reviewed = LoadedReview & { readonly review: Review };

/** `/generate` on the design path: one draft pull request per work package, stacked on the spec's branch. */
export async function generateDesigns(
  ports: JobPorts,
  job: CommandJob,
  request: Generate,
): Promise<string | null> {
  const loaded = await loadReview(ports, job.repository, job.pullRequest);
  if (!loaded?.review) return null;
  const reviewed: Reviewed = { ...loaded, review: loaded.review };
  const selected = selectEntries(reviewed.review, request.ids);
  if (typeof selected === "string") return selected;
  const toBuild = selected.filter(({ path }) => path !== "none");
  const direct = toBuild.filter(({ path }) => (request.path ?? path) === "code");
  const designs =
    request.path === "code" ? [] : packagesOf(reviewed.review, toBuild, request.path === "design");
  const results: TargetResult[] = [];
  for (const workPackage of designs) {
    results.push(
      request.dryRun ? skipped(workPackage.slug) : await openDesign(ports, job, reviewed, workPackage),
    );
  }
  const parts = [
    ...(results.length > 0 ? [resultMessage(results)] : []),
    ...(direct.length > 0 ? [noModelMessage()] : []),
  ];
  return parts.length > 0 ? parts.join("\n\n") : null;
}

/** Work packages cut down to the entries asked for. */
function packagesOf(review: Review, selected: readonly Recommendation[], every: boolean): WorkPackage[] {
  const wanted = new Set(
    selected.filter(({ path }) => every || path === "design").map(({ change }) => change.id),
  );
  return review.workPackages.flatMap((workPackage) => {
    const entries = workPackage.entries.filter((id) => wanted.has(id));
    return entries.length > 0 ? [{ ...workPackage, entries }] : [];
  });
}

function skipped(slug: string): TargetResult {
  return { target: slug, stage: "design", state: "skipped", url: null, label: null, because: "dry run" };
}

async function openDesign(
  ports: JobPorts,
  job: CommandJob,
  reviewed: Reviewed,
  workPackage: WorkPackage,
): Promise<TargetResult> {
  const action = planDesign(job, reviewed, workPackage);
  const { result, url, number } = await ports.github.apply(job.repository, job.pullRequest, action);
  const state = result === "done" ? "opened" : result;
  const label = number === null ? null : `#${String(number)}`;
  return { target: workPackage.slug, stage: "design", state, url, label, because: null };
}

function planDesign(job: CommandJob, reviewed: Reviewed, workPackage: WorkPackage): OpenFollowUp {
  const { pull, config, review, context } = reviewed;
  const { owner, name } = job.repository;
  const repository = { owner, name };
  const { number, merged, baseRef, headRef, headRepository } = pull;
  const link = (file: string, line: number): string => blobUrl(context, review.head, file, line);
  return planFollowUp({
    source: { repository, number, merged, baseRef, headRef, headRepository },
    target: { repository, defaultBranch: baseRef },
    branchSuffix: null,
    files: [designDocument({ workPackage, review, targets: [], folder: config.design, fingerprint, link })],
    text: designText(job, reviewed, workPackage),
  });
}

/** What the design pull request says about itself. */
function designText(
  job: CommandJob,
  { pull, review, context }: Reviewed,
  workPackage: WorkPackage,
): FollowUpText {
  const { owner, name } = job.repository;
  const members = review.recommendations.filter(({ change }) => workPackage.entries.includes(change.id));
  const fingerprints = members.map(({ change }): [string, string] => [
    change.id,
    fingerprint((change.after ?? change.before)?.text ?? ""),
  ]);
  return {
    data: {
      source: `${owner}/${name}#${String(pull.number)}`,
      stage: "design",
      workPackage: workPackage.slug,
      target: name,
      head: review.head,
      entries: Object.fromEntries(fingerprints),
    },
    spec: context,
    pullRequest: pull.number,
    entries: members.map(({ change, reason, testData }) => ({
      id: change.id,
      file: change.file,
      line: change.line,
      reason,
      hasTestData: testData.length > 0,
    })),
    requestedBy: job.author,
    commentUrl: null,
    fromFork: pull.headRepository?.owner !== owner || pull.headRepository.name !== name,
    verified: ["Every quote stands in the spec at the commit named above."],
    notVerified: ["Whether the design is right: that is what this pull request is for."],
    model: null,
  };
}
