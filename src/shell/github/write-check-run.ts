import type { Octokit } from "@octokit/rest";
import type { Action, Annotation } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";

type CheckRun = Extract<Action, { type: "check-run" }>;

/** Annotations GitHub takes in one request (https://docs.github.com/rest/checks/runs#update-a-check-run). */
const annotationsAtOnce = 50;

/** One check run of this name and App on a commit: made, or brought to what the action says. */
export async function writeCheckRun(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  pullRequest: number,
  appId: number,
  action: CheckRun,
): Promise<Applied> {
  const known = await findCheckRun(octokit, { owner, repo }, appId, action);
  const annotations =
    known === null ? action.annotations : await unsent(octokit, { owner, repo }, known, action.annotations);
  const batches = inBatches(annotations);
  // A press carries it: with several pull requests of one commit, the one that was spoken for last.
  const first = { external_id: String(pullRequest), ...content(action, batches[0] ?? []) };
  const { data } =
    known === null
      ? await octokit.rest.checks.create({
          owner,
          repo,
          name: action.name,
          head_sha: action.headSha,
          ...first,
        })
      : await octokit.rest.checks.update({ owner, repo, check_run_id: known, ...first });
  for (const batch of batches.slice(1)) {
    await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, ...content(action, batch) });
  }
  return { result: "done", url: data.html_url, number: data.id };
}

async function findCheckRun(
  octokit: Octokit,
  place: { owner: string; repo: string },
  appId: number,
  { headSha, name, checkRunId }: CheckRun,
): Promise<number | null> {
  if (checkRunId !== undefined) return checkRunId;
  const { data } = await octokit.rest.checks.listForRef({
    ...place,
    ref: headSha,
    check_name: name,
    app_id: appId,
  });
  return data.check_runs[0]?.id ?? null;
}

/** GitHub adds the annotations of every update to those that stand: only what is missing is sent. */
async function unsent(
  octokit: Octokit,
  place: { owner: string; repo: string },
  id: number,
  annotations: readonly Annotation[],
): Promise<readonly Annotation[]> {
  if (annotations.length === 0) return [];
  const sent = await octokit.paginate(octokit.rest.checks.listAnnotations, {
    ...place,
    check_run_id: id,
    per_page: 100,
  });
  const keys = new Set(
    sent.map((one) => JSON.stringify([one.path, one.start_line, one.end_line, one.title, one.message])),
  );
  return annotations.filter(
    (one) => !keys.has(JSON.stringify([one.path, one.startLine, one.endLine, one.title, one.message])),
  );
}

function content(action: CheckRun, annotations: readonly Annotation[]) {
  return {
    status: "completed" as const,
    conclusion: action.conclusion,
    output: {
      title: action.title,
      summary: action.summary,
      ...(action.text === null ? {} : { text: action.text }),
      annotations: annotations.map((one) => ({
        path: one.path,
        start_line: one.startLine,
        end_line: one.endLine,
        annotation_level: one.level,
        title: one.title,
        message: one.message,
      })),
    },
    actions: [...action.buttons],
  };
}

function inBatches(annotations: readonly Annotation[]): (readonly Annotation[])[] {
  const batches: (readonly Annotation[])[] = [];
  for (let i = 0; i < annotations.length; i += annotationsAtOnce) {
    batches.push(annotations.slice(i, i + annotationsAtOnce));
  }
  return batches;
}
