import { UserError } from "../../core/user-error.ts";
import type { ObjectStore } from "./git-call.ts";
import { runGitSync } from "./run-git.ts";

/** Where a repository keeps its objects. Throws UserError for a folder that is no repository. */
export function objectStore(folder: string): ObjectStore {
  const ask = ["rev-parse", "--show-object-format", "--path-format=absolute", "--git-path", "objects"];
  const { code, output } = runGitSync(folder, ask);
  const [format, objects = ""] = output.toString("utf8").split("\n");
  if (code !== 0 || objects === "")
    throw new UserError(`${folder} is not a git repository. Name one with --repo DIR.`);
  return { folder: objects, format: format === "sha256" ? "sha256" : "sha1" };
}
