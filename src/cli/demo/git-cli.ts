import { UserError } from "../../core/user-error.ts";
import { runGit } from "../../shell/local-git/run-git.ts";

const identity = [
  "-c",
  "user.name=spec-author",
  "-c",
  "user.email=spec-author@example.test",
  "-c",
  "commit.gpgsign=false",
];
const quiet = ["-c", "credential.helper=", "-c", "http.proxy=", "-c", "advice.detachedHead=false"];

/** Runs git in a folder as a person would, against the sandbox on this machine. Throws UserError when it fails. */
export async function gitCli(folder: string, args: readonly string[]): Promise<string> {
  const { code, output, errors } = await runGit(folder, [...identity, ...quiet, ...args], {
    protocols: ["http"],
  });
  if (code === 0) return output.toString("utf8").trim();
  const reason = errors
    .replace(/:\/\/[^@\s]{1,200}@/g, "://")
    .trim()
    .slice(0, 500);
  throw new UserError(`git ${args[0] ?? ""} failed in ${folder}: ${reason}`);
}
