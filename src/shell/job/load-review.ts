import { readingOf } from "../../core/entries/parse-spec.ts";
import type { Review } from "../../core/decision/review.ts";
import { citedIn } from "../../core/trace/cited-in.ts";
import type { CommentContext } from "../../core/message/comment-context.ts";
import { configProblemsMessage } from "../../core/message/config-problems.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { filterInTurns } from "../filter-in-turns.ts";
import { gatherFiles } from "../gather-files.ts";
import type { Person } from "../../core/person.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import { configPath } from "../../core/repo-config.ts";
import { readSpecConfig } from "../read-spec-config.ts";
import type { JobPorts } from "./job-ports.ts";
import { judgedReview } from "./judged-review.ts";
import { isFromFork } from "./order.ts";
import { overridesOf } from "./overrides.ts";
import { mayBeRequired, noteRequired } from "./required-check.ts";
import { targetTraces } from "./target-traces.ts";

export interface LoadedReview {
  readonly pull: PullRequest;
  readonly config: RepoConfig;
  /** Null when the pull request changes no spec file. */
  readonly review: Review | null;
  readonly context: CommentContext;
  /** Spec files on both sides, as read. */
  readonly files: {
    readonly base: readonly SourceFile[];
    readonly head: readonly SourceFile[];
    /** Files at head that may hold test data. */
    readonly tests: readonly SourceFile[];
  };
}

/** Gathers what a pull request changes and decides, for `asker`. Null when the pull request is gone. */
export async function loadReview(
  ports: JobPorts,
  repository: RepositoryRef,
  number: number,
  asker: Person | null,
): Promise<LoadedReview | null> {
  const pull = await ports.github.pullRequest(repository, number);
  return pull === null ? null : reviewOf(ports, repository, pull, asker);
}

/** As `loadReview`, of a pull request that was read just now. */
export async function reviewOf(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  asker: Person | null,
): Promise<LoadedReview> {
  const { github, values } = ports;
  const { mergeBase, baseTip, files, complete } = await github.changes(repository, pull);
  const touched = files.flatMap(({ path, previousPath }) =>
    previousPath === null ? [path] : [path, previousPath],
  );
  const mayMatter =
    !complete ||
    touched.some((path) => /\.(?:md|mdx|markdown)$/i.test(path)) ||
    (await mayBeRequired(ports, repository));
  const text = mayMatter ? await github.file(repository, configPath, baseTip) : null;
  const { config, problems, isSpec } = readSpecConfig(text);
  if (mayMatter && problems.length === 0) await noteRequired(ports, repository, config);
  const notices = problems.length > 0 ? [configProblemsMessage(problems)] : [];
  const context = contextOf(ports, repository, pull, notices);
  const changed = await filterInTurns(
    touched.map((path) => ({ path })),
    ({ path }) => isSpec(path),
  );
  if (complete && changed.length === 0)
    return { pull, config, review: null, context, files: { base: [], head: [], tests: [] } };
  const gathered = await gatherFiles(github.source(repository), mergeBase, pull.headSha, isSpec);
  const request = {
    base: mergeBase,
    head: pull.headSha,
    ...gathered,
    overrides: await overridesOf(values, repository, pull.number),
    parse: readingOf(config),
    glossary: config.glossary,
  };
  const review = await judgedReview(ports, request, { config, repository, pullRequest: pull.number, asker });
  const sides = { base: gathered.baseFiles, head: gathered.headFiles, tests: gathered.testFiles };
  const targets = await cited(ports, repository, pull, config, review);
  return { pull, config, review, context: { ...context, ...targets }, files: sides };
}

/** Which targets name the changed entries today. */
async function cited(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  config: RepoConfig,
  { recommendations }: Review,
): Promise<Pick<CommentContext, "citedIn" | "hasTargets" | "unreadTargets" | "refusedTargets">> {
  const { read, unread, refused } = await targetTraces(ports, repository, pull, config);
  const changes = recommendations.map(({ change }) => change);
  const targets = { hasTargets: config.targets.length > 0, unreadTargets: unread, refusedTargets: refused };
  return { citedIn: citedIn(changes, read), ...targets };
}

function contextOf(
  { webUrl, forgets = false }: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  notices: readonly string[],
): CommentContext {
  return {
    webUrl,
    repository: { owner: repository.owner, name: repository.name },
    pullRequest: pull.number,
    citedIn: new Map(),
    hasTargets: false,
    followUps: [],
    notices,
    forgets,
    fromFork: isFromFork(pull, repository),
  };
}
