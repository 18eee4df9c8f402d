import { type ConfiguredTarget } from "../../core/code/configured-target.ts";
import { rankContext } from "../../core/code/context/rank-context.ts";
import { shownFiles } from "../../core/code/context/shown-files.ts";
import { changedEntries, type PlacedEntry } from "../../core/code/requested-entries.ts";
import type { ContextFile } from "../../core/code/target.ts";
import type { RepositoryRef } from "../ports.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import { admittedTarget } from "./admitted-target.ts";
import type { JobPorts } from "./job-ports.ts";
import type { DesignWork } from "./open-design.ts";
import { mayWrite } from "./rights.ts";

/** Code that a design is drawn up with, and the targets that it is of. */
interface DesignedCode {
  readonly files: readonly ContextFile[];
  readonly targets: readonly ConfiguredTarget[];
}

/** Targets whose code a design is drawn up with, and tokens of each: a design needs less than the code does. */
const most = { targets: 2, tokens: 8_000 };

/**
 * The code of the targets that a design is for, as it stands: what a writer of the change would open. Another private
 * repository's is shown only for somebody who may write there, and nowhere in public, as the design may quote it; a target that
 * cannot be read is left out.
 */
export async function designedCode(
  ports: JobPorts,
  { job, reviewed, unit }: DesignWork,
  head: ReadonlyMap<string, PlacedEntry>,
): Promise<DesignedCode> {
  const members = reviewed.review.recommendations.filter(({ change }) => unit.entries.includes(change.id));
  const entries = changedEntries(members, { base: new Map(), head });
  const files: ContextFile[] = [];
  const targets: ConfiguredTarget[] = [];
  for (const target of reviewed.config.targets.slice(0, most.targets)) {
    const place = await placeOf(ports, job, reviewed.pull.headSha, target);
    if (place === null) continue;
    const opened = await openGitHubTarget(ports.github, place.repository, place.commit, target.path);
    const code = await opened.code();
    files.push(...shownFiles(rankContext({ files: code, entries, budget: most.tokens }), code));
    targets.push(target);
  }
  return { files, targets };
}

/**
 * Whether the code of targets may be shown now: minutes pass while a design is drafted, and what it quotes may have become
 * private, its readers other people.
 */
export async function mayStillShow(
  ports: JobPorts,
  { job, reviewed }: DesignWork,
  targets: readonly ConfiguredTarget[],
): Promise<boolean> {
  for (const target of targets)
    if ((await placeOf(ports, job, reviewed.pull.headSha, target)) === null) return false;
  return true;
}

async function placeOf(
  ports: JobPorts,
  { repository: spec, order }: DesignWork["job"],
  headSha: string,
  { repository: wanted }: ConfiguredTarget,
): Promise<{ readonly repository: RepositoryRef; readonly commit: string } | null> {
  const { github } = ports;
  const own = `${spec.owner}/${spec.name}`.toLowerCase();
  if (wanted === undefined || wanted.toLowerCase() === own) return { repository: spec, commit: headSha };
  const admitted = await admittedTarget(ports, spec, wanted);
  if (admitted === null) return null;
  const { repository } = admitted;
  if (repository.isPrivate && !(await mayWrite(github, repository, order.author))) return null;
  const commit = await github.branchTip(repository, repository.defaultBranch);
  return commit === null ? null : { repository, commit };
}
