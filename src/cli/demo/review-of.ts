import { reviewSpecs } from "../../core/decision/review-specs.ts";
import type { Override, Review } from "../../core/decision/review.ts";
import { parseRepoConfig } from "../../core/repo-config.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import { gatherFiles } from "../../shell/gather-files.ts";
import { overridesKey } from "../../shell/job/load-review.ts";
import { specFilter } from "../../shell/job/spec-filter.ts";
import { LocalGitSource } from "../../shell/local-git/local-git-source.ts";
import type { DemoWorld } from "./start-world.ts";

/**
 * What the rules say about a pull request of the sandbox, read from its bare repository as `twopath review` reads a
 * clone; the terminal's table and the page's evidence come from it.
 */
export async function reviewOf({ sandbox, server }: DemoWorld, pull: PullRequest): Promise<Review> {
  const { repository } = pull;
  const source = new LocalGitSource(repository.store.dir);
  const base = await source.mergeBase(pull.baseSha, pull.headSha);
  const text = await sandbox.readFile(nameOf(pull), pull.baseRef, ".github/twopath.yml");
  const parsed = parseRepoConfig(text);
  const config = Array.isArray(parsed) ? null : parsed;
  const isSpec = config === null ? undefined : specFilter(config, text !== null);
  const gathered = await gatherFiles(source, base, pull.headSha, isSpec);
  const installation = sandbox.world.installationOf(repository)?.id ?? 0;
  const key = overridesKey(
    { installationId: installation, id: repository.id, owner: "", name: "" },
    pull.number,
  );
  const overrides = (await server.tools.values.get(key)) as Override[] | null | undefined;
  const parse = config === null ? {} : { parse: { dialects: config.dialects } };
  return reviewSpecs({ base, head: pull.headSha, ...gathered, overrides: overrides ?? [], ...parse });
}

function nameOf({ repository }: PullRequest): string {
  return `${repository.owner.login}/${repository.name}`;
}
