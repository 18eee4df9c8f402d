import type { InstallationAuthOptions } from "@octokit/auth-app";
import type { GitHubAction } from "../../core/plan/action.ts";

export type Permissions = NonNullable<InstallationAuthOptions["permissions"]>;

/** What gathering takes: nothing is written with such a token. */
export const toRead: Permissions = {
  metadata: "read",
  contents: "read",
  pull_requests: "read",
  issues: "read",
  checks: "read",
};

/** What reading more of a CI takes than the App asks for: to be granted by whoever turns it on. */
export const toReadStatuses: Permissions = { metadata: "read", statuses: "read" };
export const toReadLogs: Permissions = { metadata: "read", actions: "read" };

const toTalk: Permissions = { metadata: "read", pull_requests: "write", issues: "write" };
export const toCommit: Permissions = { metadata: "read", pull_requests: "write", contents: "write" };

/** What an action takes: who comments cannot commit, who writes a check run can do nothing else. */
export const toApply: Readonly<Record<GitHubAction["type"], Permissions>> = {
  "upsert-comment": toTalk,
  "comment-on-line": toTalk,
  "reply-in-thread": toTalk,
  react: toTalk,
  label: toTalk,
  "retarget-pull-request": { metadata: "read", pull_requests: "write" },
  "check-run": { metadata: "read", checks: "write" },
  "open-follow-up": toCommit,
  "commit-files": toCommit,
  "close-pull-request": { ...toTalk, contents: "read" },
};
