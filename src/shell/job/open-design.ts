import { designDocument, type DesignInput } from "../../core/generation/design-document.ts";
import { parseLanguage } from "../../core/generation/language.ts";
import { parentsOf } from "../../core/generation/parents-of.ts";
import { blobUrl } from "../../core/message/link.ts";
import type { OpenFollowUp } from "../../core/plan/action.ts";
import { planFollowUp } from "../../core/plan/plan-follow-up.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { fingerprint } from "../../core/spec/fingerprint.ts";
import { followUpText } from "./follow-up-text.ts";
import type { GenerateJob, Reviewed, UnitOutcome } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";

/** Opens or updates the design pull request of a work package, made from the spec's own text. */
export async function openDesign(
  ports: JobPorts,
  job: GenerateJob,
  reviewed: Reviewed,
  unit: GenerationUnit,
): Promise<UnitOutcome> {
  const { files, config } = reviewed;
  const entries = await ports.entries(files.head, { dialects: config.dialects });
  const action = planDesign(job, reviewed, unit, parentsOf(entries));
  const { result, url, number } = await ports.github.apply(job.repository, job.pullRequest, action);
  const state = result === "done" ? "opened" : result;
  return { state, url, label: number === null ? null : `#${String(number)}`, because: null, costUsd: 0 };
}

function planDesign(
  job: GenerateJob,
  reviewed: Reviewed,
  unit: GenerationUnit,
  parentOf: DesignInput["parentOf"],
): OpenFollowUp {
  const { pull, config, review, context, files } = reviewed;
  const { owner, name } = job.repository;
  const repository = { owner, name };
  const { number, merged, baseRef, headRef, headRepository } = pull;
  const link = (file: string, line: number): string => blobUrl(context, review.head, file, line);
  return planFollowUp({
    source: { repository, number, merged, baseRef, headRef, headRepository },
    target: { repository, defaultBranch: baseRef },
    branchSuffix: null,
    files: [
      designDocument({
        workPackage: unit,
        review,
        targets: targetsOf(config),
        folder: config.design,
        fingerprint,
        link,
        specFiles: files.head,
        parentOf,
      }),
    ],
    text: followUpText(job, reviewed, unit, {
      target: name,
      request: null,
      model: null,
      verified: ["Every quote stands in the spec at the commit named above."],
      notVerified: ["Whether the design is right: that is what this pull request is for."],
    }),
  });
}

function targetsOf({ targets }: RepoConfig): DesignInput["targets"] {
  return targets.map(({ name, language }) => ({
    name,
    language: language === undefined ? null : parseLanguage(language),
  }));
}
