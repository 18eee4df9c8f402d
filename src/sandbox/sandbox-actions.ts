import { addComment, addReviewComment, deleteComment, editComment } from "./operation/comments.ts";
import { install, uninstall } from "./operation/installations.ts";
import { type MergeMethod, mergePullRequest } from "./operation/merge-pull-request.ts";
import {
  closePullRequest,
  editPullRequest,
  openPullRequest,
  type PullRequestEdit,
  reopenPullRequest,
  setDraft,
} from "./operation/pull-requests.ts";
import { refsMoved } from "./operation/pushes.ts";
import {
  createAccount,
  createRepository,
  forkRepository,
  type NewRepository,
} from "./operation/repositories.ts";
import { SandboxReader } from "./sandbox-reader.ts";
import { checkRunView } from "./view/check-run.ts";
import { emailOf } from "./view/git-objects.ts";
import type { Account } from "./world/account.ts";
import type { FileMap } from "./world/fast-import.ts";
import type { CheckRun, Comment, PullRequest, ReviewComment } from "./world/pull-request.ts";
import type { Repository } from "./world/repository.ts";

interface NewCommit {
  readonly repository: string;
  readonly branch: string;
  /** Branch or commit a new branch starts from; default: the default branch. */
  readonly from?: string;
  readonly files: FileMap;
  readonly author: string;
  readonly message?: string;
}

/** What people do on GitHub, each with the webhooks that follow from it. */
export class SandboxActions extends SandboxReader {
  createUser(login: string, type: Account["type"] = "User"): Account {
    return createAccount(this.world, login, type);
  }

  createRepository(request: NewRepository): Promise<Repository> {
    return createRepository(this.world, request);
  }

  /** Copies a repository, with its branches, to another owner; the App is not installed there. */
  fork(name: string, owner: string): Promise<Repository> {
    return forkRepository(this.world, this.world.repository(name), this.world.account(owner));
  }

  /** Installs the App for the repository's owner and lets it see the repository; sends the event. */
  install(repository: Repository): void {
    install(this.world, repository);
  }

  /** Removes the App from an owner; its tokens die. */
  uninstall(owner: string): void {
    uninstall(this.world, this.world.account(owner));
  }

  /** Commits to a branch as if pushed, with everything that follows from it. Answers the commit's id. */
  async commit(request: NewCommit): Promise<string> {
    const repository = this.world.repository(request.repository);
    const author = this.world.account(request.author);
    const before = await repository.store.refs();
    const start = request.from ?? repository.defaultBranch;
    const from =
      before.get(`refs/heads/${request.branch}`) ??
      before.get(`refs/heads/${start}`) ??
      (await repository.store.resolve(start));
    const who = { name: author.login, email: emailOf(author), date: this.world.now() };
    const message = `${request.message ?? "Change files"}\n`;
    const sha = await repository.store.commitFiles(request.branch, request.files, message, who, from);
    await refsMoved(this.world, repository, before, author);
    return sha;
  }

  async deleteBranch(name: string, branch: string, author: string): Promise<void> {
    const repository = this.world.repository(name);
    const before = await repository.store.refs();
    await repository.store.deleteRef(`refs/heads/${branch}`);
    await refsMoved(this.world, repository, before, this.world.account(author));
  }

  /** `head` is a branch, or `owner:branch` of a fork. */
  async openPullRequest(request: {
    readonly repository: string;
    readonly head: string;
    readonly base?: string;
    readonly title?: string;
    readonly body?: string;
    readonly draft?: boolean;
    readonly author: string;
  }): Promise<PullRequest> {
    const repository = this.world.repository(request.repository);
    return openPullRequest(this.world, {
      repository,
      head: request.head,
      base: request.base ?? repository.defaultBranch,
      title: request.title ?? request.head,
      body: request.body ?? null,
      draft: request.draft ?? false,
      author: this.world.account(request.author),
    });
  }

  async edit(pull: PullRequest, login: string, edit: PullRequestEdit): Promise<void> {
    await editPullRequest(this.world, pull, edit, this.world.account(login));
  }

  async closePullRequest(pull: PullRequest, login: string): Promise<void> {
    await closePullRequest(this.world, pull, this.world.account(login));
  }

  async reopen(pull: PullRequest, login: string): Promise<void> {
    await reopenPullRequest(this.world, pull, this.world.account(login));
  }

  async setDraft(pull: PullRequest, login: string, draft: boolean): Promise<void> {
    await setDraft(this.world, pull, draft, this.world.account(login));
  }

  async merge(pull: PullRequest, login: string, method?: MergeMethod): Promise<string> {
    return mergePullRequest(this.world, pull, this.world.account(login), method);
  }

  comment(pull: PullRequest, login: string, body: string): Comment {
    return addComment(this.world, pull, this.world.account(login), body);
  }

  /** A comment on a line of a pull request's head, or one more in that thread. */
  reviewComment(
    pull: PullRequest,
    login: string,
    body: string,
    at: { readonly path: string; readonly line: number; readonly inReplyTo?: number },
  ): ReviewComment {
    return addReviewComment(this.world, pull, {
      ...{ author: this.world.account(login), body, path: at.path, line: at.line },
      ...{ side: "RIGHT", commitId: pull.headSha, inReplyTo: at.inReplyTo ?? null },
    });
  }

  editComment(comment: Comment, login: string, body: string): void {
    editComment(this.world, comment, this.world.account(login), body);
  }

  deleteComment(comment: Comment, login: string): void {
    deleteComment(this.world, comment, this.world.account(login));
  }

  /** A person presses a button of a check run. */
  pressButton(check: CheckRun, identifier: string, login: string): void {
    this.world.emit({
      name: "check_run",
      action: "requested_action",
      repository: check.repository,
      sender: this.world.account(login),
      payload: { check_run: checkRunView(this.world, check), requested_action: { identifier } },
    });
  }
}
