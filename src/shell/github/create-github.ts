import type { GitHubAction } from "../../core/plan/action.ts";
import { UserError } from "../../core/user-error.ts";
import type { AppPort, GitHubPort, RepositoryRef, SharedText, WrittenCommits } from "../ports.ts";
import type { AppIdentity } from "./app-identity.ts";
import { applyAction } from "./apply.ts";
import { readCommits } from "./commit-files.ts";
import { createAppPort } from "./create-app-port.ts";
import {
  readChanges,
  readComments,
  readParents,
  readPermission,
  readPullRequest,
  readPullRequestsFrom,
} from "./gather.ts";
import { readFile } from "./read-file.ts";
import {
  type AppCredentials,
  createInstallationClients,
  type GivenToken,
  type Heard,
  type InstallationClients,
  type Kept,
} from "./installation-clients.ts";
import { createObjectCache, type ObjectCache } from "./object-cache.ts";
import { readFailedChecks } from "./failed-checks.ts";
import { branchTip, readFollowUp } from "./open-follow-up.ts";
import { readArchive } from "./read-archive.ts";
import { readMoment } from "./read-moment.ts";
import { orNull } from "./request-policy.ts";
import { createSharedText, type TextPlace } from "./shared-text.ts";
import { toApply, toCommit, toRead, toReadLogs, toReadStatuses } from "./token-permissions.ts";
import { withoutSecrets } from "./without-secrets.ts";
import { TreeSource } from "./tree-source.ts";

/** GitHub, or a GitHub Enterprise Server. */
export interface GitHub {
  /** As one job sees it: its requests end when the job is stopped. */
  within(signal: AbortSignal): GitHubPort;
  /** Tries even while GitHub limits requests: for one note to a person who waits, nothing else. */
  bypassRateLimit(signal: AbortSignal): GitHubPort;
  /** As the App itself, not one of its installations. */
  app(signal: AbortSignal): AppPort;
  /** A text that outlives the program, in a repository. */
  sharedText(repository: RepositoryRef, place: TextPlace): SharedText;
}

/** What the adapter works with. */
interface GitHubTools extends Kept {
  readonly heard: Heard;
  /** False for an owner that the operator does not serve. */
  readonly isAllowed: (owner: string) => boolean;
  /** Whether commit statuses and logs of a CI are read; absent: they are not. */
  readonly readsCiLogs?: boolean;
  /** Takes secrets out of what is said. */
  readonly redact: (text: string) => string;
  /** Null where nothing is kept between runs. */
  readonly written: WrittenCommits | null;
}

export function createGitHub(credentials: AppCredentials | GivenToken, tools: GitHubTools): GitHub {
  const { heard, isAllowed, written, redact } = tools;
  const all = createInstallationClients(credentials, tools, heard);
  const objects = createObjectCache();
  let identity: Promise<AppIdentity> | null = null;
  const self = (): Promise<AppIdentity> => {
    identity ??= readIdentity(all, credentials).catch((error: unknown) => {
      identity = null;
      throw error;
    });
    return identity;
  };
  const appId = async (): Promise<number> => ("appId" in credentials ? credentials.appId : (await self()).id);
  const process: Process = {
    objects,
    self,
    appId,
    isAllowed,
    written,
    redact,
    readsCiLogs: tools.readsCiLogs === true,
    ownOnly: "token" in credentials,
  };
  const port = (signal: AbortSignal, bypassRateLimit: boolean): GitHubPort =>
    createPort(all.for({ signal, bypassRateLimit }), process, signal);
  return {
    within: (signal) => port(signal, false),
    bypassRateLimit: (signal) => port(signal, true),
    app: (signal) => createAppPort(all.for({ signal, bypassRateLimit: false })),
    sharedText: (repository, place) => {
      const clients = all.for({ signal: null, bypassRateLimit: false });
      const { installationId, id } = repository;
      return createSharedText(clients.repository(installationId, id, toCommit), repository, place);
    },
  };
}

interface Process {
  readonly objects: ObjectCache;
  readonly self: () => Promise<AppIdentity>;
  readonly appId: () => Promise<number>;
  readonly isAllowed: (owner: string) => boolean;
  readonly written: WrittenCommits | null;
  readonly redact: (text: string) => string;
  readonly readsCiLogs: boolean;
  /** The credentials reach the job's own repository and no other. */
  readonly ownOnly: boolean;
}

function createPort(
  clients: InstallationClients,
  { objects, self, appId, isAllowed, written, redact, readsCiLogs, ownOnly }: Process,
  signal: AbortSignal,
): GitHubPort {
  const client = ({ installationId, id }: RepositoryRef, permissions = toRead) =>
    clients.repository(installationId, id, permissions);
  const port: GitHubPort = {
    pullRequest: (repository, number) =>
      readPullRequest(client(repository), repository, number, async () => (await self()).login),
    moment: (repository, number, at) => readMoment(client(repository), repository, number, at),
    changes: (repository, pull) => readChanges(client(repository), repository, pull),
    file: (repository, path, ref) => readFile(client(repository), repository, path, ref, objects),
    comments: async (repository, number) =>
      readComments(client(repository), repository, number, { id: await appId(), isAlone: !ownOnly }),
    permission: (repository, person) => readPermission(client(repository), repository, person),
    pullRequestsFrom: (repository, branch) => readPullRequestsFrom(client(repository), repository, branch),
    commits: async (repository, number) =>
      readCommits(client(repository), repository, number, (await self()).login),
    parents: (repository, commit) => readParents(client(repository), repository, commit),
    source: (repository) => new TreeSource(client(repository), repository, objects),
    failedChecks: (repository, commit) =>
      readFailedChecks(
        client(repository),
        repository,
        commit,
        readsCiLogs
          ? { statuses: client(repository, toReadStatuses), logs: client(repository, toReadLogs) }
          : null,
      ),
    branchTip: (repository, branch) => {
      const { owner, name: repo } = repository;
      return branchTip(client(repository), { owner, repo }, branch);
    },
    tree: (repository, commit) => new TreeSource(client(repository), repository, objects).tree(commit),
    followUp: async (repository, branch, base) =>
      readFollowUp(client(repository), repository, { ...(await self()), written }, { branch, base }),
    archive: (repository, commit, wanted) =>
      readArchive(client(repository), repository, commit, { wanted, signal }),
    repository: async (from, owner, name) =>
      ownOnly || !isAllowed(owner) ? null : findRepository(clients, { owner, name }, from.installationId),
    apply: async (repository, pullRequest, planned) => {
      const action = withoutSecrets(planned, redact);
      const place = await placeOf(port, repository, action);
      return applyAction(
        client(place, toApply[action.type]),
        place,
        pullRequest,
        await appId(),
        self,
        { written, isAlone: !ownOnly },
        action,
      );
    },
  };
  return port;
}

/** The App that acts. A token alone cannot ask who it is, so its App is looked up by name. */
async function readIdentity(
  clients: InstallationClients,
  credentials: AppCredentials | GivenToken,
): Promise<AppIdentity> {
  const { apps } = clients.app().rest;
  const { data } =
    "token" in credentials
      ? await apps.getBySlug({ app_slug: credentials.appSlug })
      : await apps.getAuthenticated();
  if (data === null) throw new Error("GitHub did not say which App this is.");
  return { id: data.id, login: `${data.slug ?? ""}[bot]` };
}

/** Where an action happens: the job's own repository, or a target's. */
async function placeOf(port: GitHubPort, own: RepositoryRef, action: GitHubAction): Promise<RepositoryRef> {
  if (!("repository" in action)) return own;
  const { owner, name } = action.repository;
  if (owner === own.owner && name === own.name) return own;
  const target = await port.repository(own, owner, name);
  if (target === null) {
    throw new UserError(`The App is not installed on ${owner}/${name}. Install it there, then /retry.`);
  }
  return target;
}

async function findRepository(
  clients: InstallationClients,
  { owner, name }: { readonly owner: string; readonly name: string },
  within: number,
): ReturnType<GitHubPort["repository"]> {
  const installation = await orNull(clients.app().rest.apps.getRepoInstallation({ owner, repo: name }));
  if (installation === null || installation.data.id !== within) return null;
  const octokit = clients.installation(installation.data.id);
  const found = await orNull(octokit.rest.repos.get({ owner, repo: name }));
  if (found === null) return null;
  const { id, default_branch: defaultBranch, private: isPrivate } = found.data;
  return { installationId: installation.data.id, id, owner, name, defaultBranch, isPrivate };
}
