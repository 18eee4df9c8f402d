import { readingOf } from "../core/entries/parse-spec.ts";
import type { Review } from "../core/decision/review.ts";
import type { ReviewRequest } from "../core/decision/review-specs.ts";
import { configProblemsMessage } from "../core/message/config-problems.ts";
import type { LinkBase } from "../core/message/link.ts";
import type { RepoConfig } from "../core/repo-config.ts";
import { type GatheredFiles, gatherFiles } from "../shell/gather-files.ts";
import { LocalGitSource } from "../shell/local-git/local-git-source.ts";
import { WorktreeSource, worktree } from "../shell/local-git/worktree-source.ts";
import { forModel } from "../core/markdown/source.ts";
import { configPath } from "../core/repo-config.ts";
import { specConfigAt } from "../shell/read-spec-config.ts";
import { startProgress } from "./progress.ts";
import { linksOf } from "./review-markdown.ts";
import type { Revisions } from "./with-revisions.ts";

export interface LocalReview {
  /** Decided by the rules; lists what a model may be asked about. */
  readonly review: Review;
  /** What the review was made from. */
  readonly request: ReviewRequest;
  /** Of the base branch. */
  readonly config: RepoConfig;
  readonly links: LinkBase;
  /** Paragraphs about the configuration. */
  readonly notices: readonly string[];
}

/**
 * The review of what changed between two revisions of a local clone: no key, no network. Problems of the base branch's
 * configuration go to standard error. Throws UserError.
 */
export async function reviewLocally({ repo, base, head, all }: Revisions): Promise<LocalReview> {
  const { askedReview } = await import("../core/design/asked-review.ts");
  const progress = startProgress();
  const source = new LocalGitSource(repo);
  progress.step("finding the revisions");
  const isWorktree = head === worktree;
  const headCommit = await source.resolve(isWorktree ? "HEAD" : head);
  const baseTip = await source.resolve(base);
  const baseCommit = await source.mergeBase(baseTip, headCommit);
  progress.step("reading the spec on both sides");
  const { config, problems, isSpec } = await specConfigAt(source, baseTip);
  const files = isWorktree ? new WorktreeSource(repo, source) : source;
  const revision = isWorktree ? worktree : headCommit;
  const found = forModels(await gatherFiles(files, baseCommit, revision, isSpec));
  // The whole spec as it stands is what a pull request would add that brought all of it.
  const gathered = all === true ? { ...found, baseFiles: [] } : found;
  progress.step(`reviewing ${String(gathered.headFiles.length)} files`);
  const parse = readingOf(config);
  const request = {
    base: baseCommit,
    head: revision,
    ...gathered,
    parse,
    glossary: config.glossary,
    listToJudge: true,
  };
  const reviewed = askedReview(request);
  const review = all === true ? { ...reviewed, outside: [] } : reviewed;
  progress.end();
  for (const { line, path, message, remedy } of problems)
    console.error(
      `${configPath} at ${base}, line ${line}${path === "" ? "" : `, ${path}`}: ${message} ${remedy}`,
    );
  const notices = problems.length > 0 ? [configProblemsMessage(problems)] : [];
  return { review, request, config, links: linksOf(await source.origin()), notices };
}

/** Whatever is asked next, a model may be shown what is read. */
function forModels(found: GatheredFiles): GatheredFiles {
  return { ...found, baseFiles: found.baseFiles.map(forModel), headFiles: found.headFiles.map(forModel) };
}
