import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileRole, isSkippedFolder } from "../../core/generation/context/file-role.ts";
import type { SourceFile } from "../../core/spec/entry.ts";
import { UserError } from "../../core/user-error.ts";

/** Bytes. Nobody writes a source file of this size by hand. */
const largestFile = 1_000_000;
const mostFiles = 20_000;

/**
 * Reads the code of a target: a folder, or a bare git repository at its HEAD. Symbolic links, large files and what no
 * one edits by hand are left out. Paths are relative to the target, with `/`, in byte order. Throws UserError when
 * there is no such target.
 */
export function readTarget(directory: string): SourceFile[] {
  if (!existsSync(directory)) {
    throw new UserError(
      `The target "${directory}" does not exist. Give the folder of a checkout or a bare repository.`,
    );
  }
  const bare = existsSync(join(directory, "HEAD")) && existsSync(join(directory, "objects"));
  const files = bare ? readBare(directory) : readFolder(directory);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readFolder(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined && files.length < mostFiles; folder = folders.pop()) {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory() && !isSkippedFolder(item.name)) folders.push(path);
      if (!item.isFile() || fileRole(path) === "skipped") continue;
      if (lstatSync(join(root, path)).size <= largestFile) {
        files.push({ path, text: readFileSync(join(root, path), "utf8") });
      }
    }
  }
  return files;
}

function readBare(repository: string): SourceFile[] {
  const git = (args: readonly string[], input = ""): Buffer =>
    execFileSync("git", ["-C", repository, ...args], { input, maxBuffer: 1 << 29 });
  const blobs: { path: string; blob: string }[] = [];
  for (const line of git(["ls-tree", "-r", "-l", "-z", "HEAD"]).toString("utf8").split("\0")) {
    const tab = line.indexOf("\t");
    const path = line.slice(tab + 1);
    const [mode = "", , blob = "", size = ""] = line.slice(0, tab).split(/ +/);
    if (mode.startsWith("100") && Number(size) <= largestFile && fileRole(path) !== "skipped")
      blobs.push({ path, blob });
  }
  const answer = git(["cat-file", "--batch"], blobs.map(({ blob }) => `${blob}\n`).join(""));
  let at = 0;
  return blobs.slice(0, mostFiles).map(({ path }) => {
    const start = answer.indexOf(10, at) + 1;
    const size = Number(answer.subarray(at, start).toString("latin1").split(" ")[2]);
    at = start + size + 1;
    return { path, text: answer.subarray(start, start + size).toString("utf8") };
  });
}
