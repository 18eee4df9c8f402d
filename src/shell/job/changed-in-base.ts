import { readingOf } from "../../core/entries/parse-spec.ts";
import { changedInBaseWords } from "../../core/message/order-message.ts";
import { entriesChangedIn } from "../../core/plan/plan-stale-note.ts";
import { configPath } from "../../core/repo-config.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import { gatherFiles } from "../gather-files.ts";
import { readSpecConfig } from "../read-spec-config.ts";
import type { JobPorts } from "./job-ports.ts";
import type { LoadedReview } from "./load-review.ts";

/**
 * What to say where entries of a follow-up say something else by now in the branch that their spec was merged into: another pull request
 * changed or took them back, of which the page of the merged one shows nothing. Null while it is not merged, or where the
 * branch is gone.
 */
export async function changedInBase(
  ports: Pick<JobPorts, "github" | "entries">,
  followUp: FollowUp,
  { pull, review }: Pick<LoadedReview, "pull" | "review">,
): Promise<string | null> {
  if (!pull.merged || review === null) return null;
  const { github } = ports;
  const { repository } = followUp.source;
  const tip = await github.branchTip(repository, pull.baseRef);
  if (tip === null) return null;
  const { config, isSpec } = readSpecConfig(await github.file(repository, configPath, tip));
  const { headFiles } = await gatherFiles(github.source(repository), tip, tip, isSpec);
  const changed = entriesChangedIn(followUp, review, await ports.entries(headFiles, readingOf(config)));
  return changed.length === 0 ? null : changedInBaseWords(changed, pull.baseRef);
}
