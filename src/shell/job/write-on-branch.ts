import type { CheckFailure } from "../../core/code/check-failure.ts";
import type { CodeRequest } from "../../core/code/code-request.ts";
import type { Revision } from "../../core/code/revision.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { jobGroup } from "../job-group.ts";
import type { RepositoryRef } from "../ports.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import type { OpenedTarget } from "../target/opened-target.ts";
import { formatOnThread } from "../writer/format-on-thread.ts";
import { parseCheck } from "../writer/parse-check.ts";
import { writeCode } from "../writer/write-code.ts";
import { defaultLimits, type WriteOutcome } from "../writer/write-outcome.ts";
import { gatherCodeRequest } from "./code-facts.ts";
import type { Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { turnMemory } from "./turn-memory.ts";

/** Code that stands on a branch of the bot, and why it is to be changed. */
interface StandingCode {
  /** Where the branch is. */
  readonly repository: RepositoryRef;
  /** Its tip, with everybody's commits. */
  readonly headSha: string;
  readonly followUp: FollowUp;
  readonly reviewed: Reviewed;
  readonly failures?: readonly CheckFailure[];
  readonly revision?: Revision;
  /** Tells attempts at the same tip apart. */
  readonly slot?: string;
}

export interface WrittenOnBranch {
  readonly request: CodeRequest;
  readonly opened: OpenedTarget;
  readonly outcome: WriteOutcome;
  /** Forgets the turns that were paid; to be called once the outcome is on disk. */
  readonly forget: () => Promise<void>;
}

/** Lets the writer change code that stands, from all that it was made from. Nothing is committed. Null: no target or model. */
export async function writeOnBranch(
  ports: JobPorts,
  standing: StandingCode,
): Promise<WrittenOnBranch | null> {
  const { repository, headSha, followUp, reviewed, failures, revision, slot = "" } = standing;
  const { data, source } = followUp;
  const target = reviewed.config.targets.find(({ name }) => name === data.target);
  if (target === undefined || ports.model === null) return null;
  const unit: GenerationUnit = {
    key: `code/${data.workPackage}/${data.target}`,
    stage: "code",
    ...{ slug: data.workPackage, target: data.target },
    entries: Object.keys(data.entries),
  };
  const opened = await openGitHubTarget(ports.github, repository, headSha, target.path);
  const design = await designOf(ports, followUp);
  const { request } = await gatherCodeRequest(
    ports,
    {
      ...{ reviewed, unit, target, design, note: null },
      ...(failures === undefined ? {} : { failures }),
      ...(revision === undefined ? {} : { revision }),
    },
    opened,
  );
  const account = jobGroup(source.repository, source.number);
  const memory = turnMemory(ports.values, `${account}/${unit.key}/${headSha}${slot}`);
  const outcome = await writeCode({
    request,
    workspace: opened,
    model: ports.model({ pullRequest: account, mostUsd: reviewed.config.model.maxUsdPerPullRequest }),
    signal: ports.attempt.signal,
    once: memory.once,
    limits: { ...defaultLimits, usd: null },
    parse: parseCheck,
    format: formatOnThread,
  });
  ports.attempt.signal.throwIfAborted();
  return { request, opened, outcome, forget: memory.forget };
}

/** The very design that the code was made from, whatever stands there now. */
export async function designOf(
  ports: Pick<JobPorts, "github">,
  { source, data, designCommit }: FollowUp,
): Promise<SourceFile | null> {
  if (data.document === undefined || designCommit === null) return null;
  const text = await ports.github.file(source.repository, data.document, designCommit);
  return text === null ? null : { path: data.document, text };
}
