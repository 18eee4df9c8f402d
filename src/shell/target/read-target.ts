import { isDataFile } from "../../core/data-file.ts";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileRole, isSkippedFolder } from "../../core/code/file-role.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { UserError } from "../../core/user-error.ts";
import { isBare } from "../local-git/git-call.ts";
import { readRevision } from "./read-revision.ts";

/** Bytes. Nobody writes a source file of this size by hand. */
const largestFile = 1_000_000;
const mostFiles = 20_000;

function isCode(path: string): boolean {
  return fileRole(path) !== "skipped";
}

/** What may say which files hold tests. */
function isTestSetting(path: string): boolean {
  return /^(?:\.?pytest\.ini|tox\.ini|setup\.cfg|Makefile)$/.test(path);
}

/** Code, and data that tests may read; nothing of folders that nobody edits by hand. */
export function isCodeOrData(path: string): boolean {
  return (
    isCode(path) ||
    isTestSetting(path) ||
    (isDataFile(path) &&
      !path.split("/").some(isSkippedFolder) &&
      !/(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path))
  );
}

/**
 * Reads the code of a target: a folder as it stands, or a git repository at a revision (a bare one at HEAD when none is
 * named). `isWanted` says which files. Symbolic links, large files and what no one edits by hand are left out. Paths are relative to the target, with
 * `/`, in byte order. Throws UserError when there is no such target or revision.
 */
export function readTarget(
  directory: string,
  revision: string | null = null,
  isWanted: (path: string) => boolean = isCode,
): SourceFile[] {
  if (!existsSync(directory)) {
    throw new UserError(
      `The target "${directory}" does not exist. Give the folder of a checkout or a bare repository.`,
    );
  }
  const wanted = (path: string, bytes: number): boolean => bytes <= largestFile && isWanted(path);
  const files =
    isBare(directory) || revision !== null
      ? readRevision(directory, revision ?? "HEAD", wanted)
      : readFolder(directory, isWanted);
  return files.slice(0, mostFiles).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readFolder(root: string, isWanted: (path: string) => boolean): SourceFile[] {
  const files: SourceFile[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined && files.length < mostFiles; folder = folders.pop()) {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory() && !isSkippedFolder(item.name)) folders.push(path);
      if (!item.isFile() || !isWanted(path)) continue;
      if (lstatSync(join(root, path)).size <= largestFile) {
        files.push({ path, text: readFileSync(join(root, path), "utf8") });
      }
    }
  }
  return files;
}
