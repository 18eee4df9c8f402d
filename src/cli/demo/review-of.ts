import { readingOf } from "../../core/entries/parse-spec.ts";
import { reviewSpecs } from "../../core/decision/review-specs.ts";
import { askedReview } from "../../core/design/asked-review.ts";
import type { Review } from "../../core/decision/review.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import { gatherFiles } from "../../shell/gather-files.ts";
import { jobGroup } from "../../shell/job-group.ts";
import { overridesOf } from "../../shell/job/overrides.ts";
import { keptClaims } from "../../shell/judge/judge.ts";
import { LocalGitSource } from "../../shell/local-git/local-git-source.ts";
import { readSpecConfig } from "../../shell/read-spec-config.ts";
import type { DemoWorld } from "./start-world.ts";

/**
 * The review of a pull request of the sandbox, read from its bare repository as `twopath review` reads a clone, with what
 * the App's model said of it; the terminal's table and the page's evidence come from it.
 */
export async function reviewOf({ sandbox, server }: DemoWorld, pull: PullRequest): Promise<Review> {
  const { repository } = pull;
  const source = new LocalGitSource(repository.store.dir);
  const base = await source.mergeBase(pull.baseSha, pull.headSha);
  const text = await sandbox.readFile(nameOf(pull), pull.baseRef, ".github/twopath.yml");
  const { config, isSpec } = readSpecConfig(text);
  const gathered = await gatherFiles(source, base, pull.headSha, isSpec);
  const installationId = sandbox.world.installationOf(repository)?.id ?? 0;
  const place = { installationId, id: repository.id, owner: "", name: "" };
  const overrides = await overridesOf(server.tools.values, place, pull.number);
  const parse = readingOf(config);
  const request = { base, head: pull.headSha, ...gathered, overrides, parse };
  const { settings, values } = server.tools;
  if (settings.model.apiKey === null) return askedReview(request);
  const { toJudge } = reviewSpecs({ ...request, listToJudge: true });
  const kept = { modelName: settings.model.judge, scope: jobGroup(place, pull.number) };
  return askedReview({ ...request, claims: await keptClaims(toJudge, kept, values) });
}

function nameOf({ repository }: PullRequest): string {
  return `${repository.owner.login}/${repository.name}`;
}
