import { reviewSpecs } from "../../core/decision/review-specs.ts";
import type { Review } from "../../core/decision/review.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import { gatherFiles } from "../../shell/gather-files.ts";
import { overridesOf } from "../../shell/job/overrides.ts";
import { LocalGitSource } from "../../shell/local-git/local-git-source.ts";
import { readSpecConfig } from "../../shell/read-spec-config.ts";
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
  const { config, isSpec } = readSpecConfig(text);
  const gathered = await gatherFiles(source, base, pull.headSha, isSpec);
  const installationId = sandbox.world.installationOf(repository)?.id ?? 0;
  const place = { installationId, id: repository.id, owner: "", name: "" };
  const overrides = await overridesOf(server.tools.values, place, pull.number);
  const parse = { dialects: config.dialects };
  return reviewSpecs({ base, head: pull.headSha, ...gathered, overrides, parse });
}

function nameOf({ repository }: PullRequest): string {
  return `${repository.owner.login}/${repository.name}`;
}
