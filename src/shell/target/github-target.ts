import { fileRole, looksGenerated } from "../../core/generation/context/file-role.ts";
import { conventionNames } from "../../core/generation/target.ts";
import type { SourceFile } from "../../core/spec/entry.ts";
import type { GitHubPort, RepositoryRef, TreeItem } from "../ports.ts";
import type { Workspace } from "../writer/workspace.ts";

/** Bytes of one file; nobody writes a larger one by hand. */
const largestFile = 1_000_000;

/** A target on GitHub at one commit, read-only. */
export interface GitHubTarget extends Workspace {
  /** Code of the target's folder, by one download; paths relative to the repository. */
  code(): Promise<readonly SourceFile[]>;
  /** What tells contributors how this target is written, from the target's folder and the repository's root. */
  conventions(): Promise<readonly SourceFile[]>;
}

/** Opens a target. `folder` is the target's part of the repository, `""` for all of it. */
export async function openGitHubTarget(
  github: GitHubPort,
  repository: RepositoryRef,
  commit: string,
  folder: string,
): Promise<GitHubTarget> {
  const items = await github.tree(repository, commit);
  const byPath = new Map(items.map((item) => [item.path, item]));
  const readAll = async (wanted: readonly TreeItem[]): Promise<readonly SourceFile[]> => {
    const bytes = await github.source(repository).read(wanted.map(({ blob }) => blob));
    return wanted.flatMap(({ path }, at) => {
      const text = decoded(bytes[at]);
      return text === null ? [] : [{ path, text }];
    });
  };
  const readCode = async (): Promise<readonly SourceFile[]> => {
    const isInside = (path: string): boolean => folder === "" || path.startsWith(`${folder}/`);
    const files = await github.archive(
      repository,
      commit,
      (path) => isInside(path) && fileRole(path) !== "skipped",
    );
    return files.filter(({ text }) => !looksGenerated(text));
  };
  let code: Promise<readonly SourceFile[]> | null = null;
  return {
    commit,
    tree: () => Promise.resolve(items.map(({ path, kind }) => ({ path, kind }))),
    read: async (path) => {
      const item = byPath.get(path);
      if (item?.kind !== "file" || item.size > largestFile) return null;
      return (await readAll([item]))[0]?.text ?? null;
    },
    code: () => (code ??= readCode()),
    conventions: () => {
      const folders = [...new Set(["", folder])];
      const paths = folders.flatMap((at) =>
        conventionNames.map((name) => (at === "" ? name : `${at}/${name}`)),
      );
      const found = paths.flatMap((path) => byPath.get(path) ?? []);
      return readAll(found.filter(({ kind, size }) => kind === "file" && size <= 100_000));
    },
  };
}

/** Null when the bytes are not text. */
function decoded(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
