import type { CheckRun, Comment, PullRequest, ReviewComment } from "./world/pull-request.ts";
import type { World } from "./world/world.ts";

/** What can be looked at in a sandbox. */
export class SandboxReader {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  get url(): string {
    return this.world.url;
  }

  get apiUrl(): string {
    return `${this.world.url}/api/v3`;
  }

  comments(pull: PullRequest): readonly Comment[] {
    return this.world.comments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    );
  }

  reviewComments(pull: PullRequest): readonly ReviewComment[] {
    return this.world.reviewComments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    );
  }

  pullRequests(name: string): readonly PullRequest[] {
    const repository = this.world.repository(name);
    return this.world.pulls.filter((each) => each.repository === repository);
  }

  checks(name: string): readonly CheckRun[] {
    const repository = this.world.repository(name);
    return this.world.checks.filter((each) => each.repository === repository);
  }

  reactions(comment: Pick<Comment, "id">): readonly string[] {
    return this.world.reactions.filter((each) => each.commentId === comment.id).map((each) => each.content);
  }

  /** Text of a file at a branch or commit, or null. */
  async readFile(name: string, revision: string, path: string): Promise<string | null> {
    const { store } = this.world.repository(name);
    const commit = await store.resolve(revision);
    return commit ? ((await store.readPath(commit, path))?.toString("utf8") ?? null) : null;
  }

  /** Address for the real git, with the user's token in it. */
  cloneUrl(name: string, login: string): string {
    const { host } = new URL(this.url);
    return `http://${login}:${this.world.account(login).token}@${host}/${name}.git`;
  }
}
