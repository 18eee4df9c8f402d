import { execFile } from "node:child_process";
import { UserError } from "../../core/user-error.ts";

const identity = [
  "-c",
  "user.name=spec-author",
  "-c",
  "user.email=spec-author@example.test",
  "-c",
  "commit.gpgsign=false",
];
const quiet = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "credential.helper=",
  // The sandbox is on this machine; a proxy would not reach it.
  "-c",
  "http.proxy=",
  "-c",
  "advice.detachedHead=false",
];

/** Runs the git command line in a folder, as a person would. Throws UserError when it fails or is missing. */
export function gitCli(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      "git",
      [...identity, ...quiet, "-C", folder, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (cause, stdout, stderr) => {
        if (!cause) {
          resolve(stdout.trim());
          return;
        }
        const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
        const reason = stderr
          .replace(/:\/\/[^@\s]{1,200}@/g, "://")
          .trim()
          .slice(0, 500);
        reject(
          new UserError(
            missing
              ? "git could not be started. Install git and put it on the PATH."
              : `git ${args[0] ?? ""} failed in ${folder}: ${reason}`,
            { cause },
          ),
        );
      },
    );
  });
}
