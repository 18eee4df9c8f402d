import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Repository } from "../../src/sandbox/world/repository.ts";

/** Everything that people see of an owner's repositories, without what differs from run to run: ids, hashes, times. */
export async function githubState(sandbox: Sandbox, owner: string): Promise<string> {
  const { world } = sandbox;
  const repositories = world.repositories.filter((each) => each.owner.login === owner);
  const state: unknown[] = [];
  for (const repository of repositories) {
    const mine = <T extends { repository: Repository }>(all: readonly T[]): T[] =>
      all.filter((each) => each.repository === repository);
    state.push({
      repository: repository.name,
      pulls: mine(world.pulls).map(({ number, state, draft, headRef, baseRef, title, body }) => ({
        ...{ number, state, draft, headRef, baseRef, title, body },
      })),
      comments: mine(world.comments).map(({ id, number, author, body }) => ({
        ...{ number, author: author.login, body },
        reactions: world.reactions.filter(({ commentId }) => commentId === id).map(({ content }) => content),
      })),
      checks: mine(world.checks).map(({ name, status, conclusion, output, annotations, actions }) => ({
        ...{ name, status, conclusion, output, annotations, actions },
      })),
      branches: await branches(repository),
    });
  }
  return normalized(JSON.stringify(state, null, 1), owner);
}

/** Each branch with its tree and the number of its commits: no commit twice, none missing. */
async function branches(repository: Repository): Promise<unknown[]> {
  const { store } = repository;
  const found: unknown[] = [];
  for (const [ref, sha] of [...(await store.refs())].sort()) {
    const files = await store.tree(sha, true);
    const commits = await store.commits([sha]);
    found.push({
      ref,
      commits: commits.map(({ message }) => message),
      files: await Promise.all(
        files
          .filter(({ type }) => type === "blob")
          .map(async (file) => [file.path, (await store.readBlob(file.sha)).toString("utf8")]),
      ),
    });
  }
  return found;
}

function normalized(text: string, owner: string): string {
  return text
    .replaceAll(owner, "OWNER")
    .replace(/\b[0-9a-f]{40}\b/g, "SHA")
    .replace(/\b[0-9a-f]{6}&#8203;[0-9a-f]{6}\b|\b[0-9a-f]{6}\u200b[0-9a-f]{6}\b/g, "SHA12")
    .replace(/\b[0-9a-f]{12}\b/g, "SHA12")
    .replace(/\b[0-9a-f]{7}\b/g, "SHA7")
    .replace(/\b\d{4,}\b/g, "ID")
    .replace(/\b\d+ s\b|\b\d+ min \d+ s\b/g, "TIME");
}
