import type { Call } from "../http/route.ts";
import { fullNameOf, type Repository } from "../world/repository.ts";
import { repositoryApi } from "./repository.ts";

/** What stands at a path of a repository. */
export interface ContentEntry {
  readonly path: string;
  readonly sha: string;
  readonly type: "file" | "dir" | "symlink" | "submodule";
  readonly size: number;
}

/** As GitHub's contents API tells of it. */
export function entryView(
  call: Call,
  repository: Repository,
  ref: string,
  entry: ContentEntry,
): Record<string, unknown> {
  const api = repositoryApi(call.world, repository);
  const html = `${call.world.url}/${fullNameOf(repository)}`;
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const isFile = entry.type !== "dir";
  const gitUrl = `${api}/git/${isFile ? "blobs" : "trees"}/${entry.sha}`;
  const page = `${html}/${isFile ? "blob" : "tree"}/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    type: entry.type,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url: isFile ? `${html}/raw/${ref}/${path}` : null,
    _links: { self: url, git: gitUrl, html: page },
  };
}
