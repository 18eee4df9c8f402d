import type { Action, OpenFollowUp } from "../../src/core/plan/action.ts";
import { sha256 } from "../../src/core/entries/sha256.ts";
import type { Applied, GitHubPort, PullRequest, RepositoryRef, SpecSource } from "../../src/shell/ports.ts";

/** Files by commit. */
export type Commits = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface MemoryPull extends PullRequest {
  /** Of a follow-up: what stands on its branch. */
  readonly files?: Readonly<Record<string, string | null>>;
}

interface MemoryComment {
  readonly id: number;
  readonly pull: number;
  body: string;
}

/** One repository on GitHub as the jobs see it, in memory: what people did is given, what the bot did is kept. */
export class MemoryGitHub {
  readonly pulls: MemoryPull[];
  readonly comments: MemoryComment[] = [];
  readonly reactions = new Set<string>();
  /** `head name` → the check run. */
  readonly checks = new Map<string, Action>();
  readonly #commits: Commits;
  readonly #writers: ReadonlySet<string>;
  #id = 1000;

  constructor(commits: Commits, pulls: readonly MemoryPull[], writers: readonly string[]) {
    this.#commits = commits;
    this.pulls = [...pulls];
    this.#writers = new Set(writers);
  }

  port(): GitHubPort {
    const unused = () => Promise.reject(new Error("not part of this world"));
    return {
      pullRequest: (_, number) => Promise.resolve(this.pulls.find((one) => one.number === number) ?? null),
      changes: (_, pull) => Promise.resolve(this.#changes(pull)),
      file: (_, path, ref) => Promise.resolve(this.#commits[ref]?.[path] ?? null),
      comments: (_, number) =>
        Promise.resolve(
          this.comments
            .filter(({ pull }) => pull === number)
            .map(({ id, body }) => ({ id, body, author: "twopath[bot]", ours: true })),
        ),
      permission: (_, { login }) => Promise.resolve(this.#writers.has(login) ? "write" : "read"),
      moment: unused,
      parents: unused,
      source: () => this.#source(),
      branchTip: (_, branch) => Promise.resolve(this.#commits[branch] === undefined ? null : branch),
      pullRequestsFrom: () => Promise.resolve([]),
      repository: () => Promise.resolve(null),
      tree: unused,
      commits: () => Promise.resolve([]),
      followUp: (_, branch) => {
        const pull = this.pulls.find((one) => one.headRef === branch && one.state === "open");
        const found =
          pull === undefined
            ? null
            : {
                ...{ number: pull.number, url: "", body: pull.body },
                headSha: pull.headSha,
                baseRef: pull.baseRef,
              };
        return Promise.resolve({ pull: found, tip: pull?.headSha ?? null, handsOff: false });
      },
      failedChecks: unused,
      archive: unused,
      apply: (_: RepositoryRef, number, action) => Promise.resolve(this.#apply(number, action)),
    };
  }

  #changes(pull: PullRequest) {
    const [base = {}, head = {}] = [this.#commits[pull.baseRef], this.#commits[pull.headSha]];
    const paths = [...new Set([...Object.keys(base), ...Object.keys(head)])].sort();
    const files = paths
      .filter((path) => base[path] !== head[path])
      .map((path) => ({ path, previousPath: null, status: "modified" as const, blob: null }));
    return { mergeBase: pull.baseRef, baseTip: pull.baseRef, files, complete: true };
  }

  #source(): SpecSource {
    const texts = new Map<string, string>();
    for (const files of Object.values(this.#commits))
      for (const text of Object.values(files)) texts.set(sha256(text), text);
    return {
      resolve: (revision) => Promise.resolve(revision),
      list: (commit) =>
        Promise.resolve(
          Object.entries(this.#commits[commit] ?? {}).map(([path, text]) => ({
            path,
            blob: sha256(text),
            size: text.length,
          })),
        ),
      read: (blobs) => Promise.resolve(blobs.map((blob) => new TextEncoder().encode(texts.get(blob) ?? ""))),
    };
  }

  #apply(number: number, action: Action): Applied {
    switch (action.type) {
      case "upsert-comment":
        return this.#comment(number, action);
      case "react":
        this.reactions.add(`${action.commentId} ${action.reaction}`);
        return done(null);
      case "check-run":
        this.checks.set(`${action.headSha} ${action.name}`, { ...action, checkRunId: null });
        return done(7);
      case "open-follow-up":
        return this.#open(action);
      case "close-pull-request":
        this.#change(action.number, { state: "closed" });
        return this.#comment(action.number, {
          ...action,
          type: "upsert-comment",
          body: action.farewell,
          create: true,
        });
      case "retarget-pull-request":
        this.#change(action.number, { baseRef: action.base });
        return done(action.number);
      default:
        throw new Error(`${action.type} is not part of this world`);
    }
  }

  #comment(pull: number, action: Extract<Action, { type: "upsert-comment" }>): Applied {
    const known =
      action.commentId === null
        ? undefined
        : this.comments.find(
            (one) => one.pull === pull && (one.id === action.commentId || one.body.includes(action.marker)),
          );
    if (known !== undefined) {
      known.body = action.body;
      return done(known.id);
    }
    if (!action.create) return { result: "unchanged", url: null, number: null };
    const id = ++this.#id;
    this.comments.push({ id, pull, body: action.body });
    return done(id);
  }

  #open({ branch, base, title, body, files }: OpenFollowUp): Applied {
    const known = this.pulls.find((one) => one.headRef === branch && one.state === "open");
    const number = known?.number ?? 100 + this.pulls.length;
    const added = Object.fromEntries(files.map(({ path, content }) => [path, content]));
    const pull: MemoryPull = {
      ...{
        number,
        title,
        body,
        state: "open",
        merged: false,
        mergeCommit: null,
        closedAt: null,
        draft: true,
        baseRef: base,
        baseSha: base,
        labels: [],
      },
      ...{ headRef: branch, headSha: branch, headRepository: { owner: "acme", name: "spec" } },
      ...{ author: { login: "twopath[bot]", id: 12 }, ours: true, files: { ...known?.files, ...added } },
    };
    if (known === undefined) this.pulls.push(pull);
    else this.pulls[this.pulls.indexOf(known)] = pull;
    return done(number);
  }

  #change(number: number, change: Partial<MemoryPull>): void {
    const at = this.pulls.findIndex((one) => one.number === number);
    const pull = this.pulls[at];
    if (pull !== undefined) this.pulls[at] = { ...pull, ...change };
  }
}

function done(number: number | null): Applied {
  return {
    result: "done",
    url: number === null ? null : `https://github.test/acme/spec/pull/${number}`,
    number,
  };
}
