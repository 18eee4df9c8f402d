import { fullNameOf, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountView, type Json, nodeId } from "./account.ts";

const links: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

export function repositoryApi(world: World, repository: Repository): string {
  return `${world.url}/api/v3/repos/${fullNameOf(repository)}`;
}

/** GitHub's `full-repository`, which holds what the shorter forms need too. */
export function repositoryView(world: World, repository: Repository): Json {
  const api = repositoryApi(world, repository);
  const html = `${world.url}/${fullNameOf(repository)}`;
  const host = new URL(world.url || "http://localhost").host;
  const open = world.pulls.filter((pull) => pull.repository === repository && pull.state === "open").length;
  const forks = world.repositories.filter((each) => each.fork === repository).length;
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: fullNameOf(repository),
    owner: accountView(world, repository.owner),
    private: repository.isPrivate,
    html_url: html,
    description: null,
    fork: repository.fork !== null,
    url: api,
    ...Object.fromEntries(Object.entries(links).map(([key, path]) => [key, api + path])),
    git_url: `git://${host}/${fullNameOf(repository)}.git`,
    ssh_url: `git@${host}:${fullNameOf(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...counts(open, forks),
    size: 1,
    default_branch: repository.defaultBranch,
    is_template: false,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: repository.archived,
    disabled: false,
    visibility: repository.isPrivate ? "private" : "public",
    allow_forking: true,
    web_commit_signoff_required: false,
    custom_properties: {},
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    ...(repository.fork
      ? { parent: repositoryView(world, repository.fork), source: repositoryView(world, repository.fork) }
      : {}),
  };
}

function counts(open: number, forks: number): Json {
  return {
    forks,
    forks_count: forks,
    network_count: forks,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    open_issues: open,
    open_issues_count: open,
  };
}

/** The short form inside installation events and token answers. */
export function repositoryReference(repository: Repository): Json {
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: fullNameOf(repository),
    private: repository.isPrivate,
  };
}
