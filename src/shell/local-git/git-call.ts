import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { ownEnvironment } from "../../settings.ts";

export interface GitCall {
  /** Added to the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Folder of objects that alone is looked at: neither the clone's configuration nor its remotes play a part, and what a
   * partial clone does not hold is missing instead of fetched.
   */
  readonly objects: ObjectStore;
  /** Protocols that git may speak, such as `http`. Default: none. */
  readonly protocols: readonly string[];
}

export interface ObjectStore {
  readonly folder: string;
  readonly format: "sha1" | "sha256";
}

/**
 * What a repository that somebody else made could run through its configuration: a monitor of files, hooks, and by the
 * programs of a remote from which missing objects are fetched. `protocol.allow` alone does not hold, as the repository can
 * allow a protocol by name: `GIT_ALLOW_PROTOCOL` stands above it (https://git-scm.com/docs/git#Documentation/git.txt).
 */
const settings = [
  "protocol.allow=never",
  "safe.bareRepository=explicit",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
].flatMap((setting) => ["-c", setting]);

/** All that git gets of the environment: no secret of ours, and of `GIT_*` only who commits. */
const inherited =
  /^(?:PATH|HOME|USERPROFILE|XDG_CONFIG_HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|SystemRoot|GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE))$/i;

/** Arguments and environment of one run of git in a folder. Throws UserError for a bare repository inside of a clone. */
export function gitCall(
  folder: string,
  args: readonly string[],
  { environment = {}, objects, protocols = [] }: Partial<GitCall>,
): { readonly all: readonly string[]; readonly env: Record<string, string> } {
  const kept = Object.entries(ownEnvironment).filter(
    (one): one is [string, string] => inherited.test(one[0]) && one[1] !== undefined,
  );
  const env = {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: protocols.join(":") || "none",
    ...(objects === undefined
      ? repositoryOf(folder)
      : { GIT_DIR: emptyRepository(objects.format), GIT_OBJECT_DIRECTORY: objects.folder }),
    ...environment,
  };
  return { all: ["-C", folder, ...settings, ...args], env };
}

/** A bare repository is named to git, as it finds none by itself; one that a clone may have brought along is not. */
function repositoryOf(folder: string): Record<string, string> {
  if (!isBare(folder)) return {};
  const root = resolve(folder);
  // No commit can hold a folder of this name.
  if (basename(root) === ".git") return { GIT_DIR: root };
  for (let above = dirname(root); ; above = dirname(above)) {
    if (existsSync(join(above, ".git")))
      throw new UserError(
        `${folder} is a bare repository inside the clone ${above}, which may have brought it along to run commands here. ` +
          "It is not read. Move it out of the clone if it is yours.",
      );
    if (above === dirname(above)) return { GIT_DIR: root };
  }
}

/** As git tells one (https://git-scm.com/docs/gitrepository-layout). */
export function isBare(folder: string): boolean {
  const has = (name: string): boolean => existsSync(join(folder, name));
  return !has(".git") && has("HEAD") && has("objects") && has("refs");
}

const emptyRepositories = new Map<string, string>();

/** A repository of our own without anything in it, removed when the process ends. */
function emptyRepository(format: ObjectStore["format"]): string {
  const known = emptyRepositories.get(format);
  if (known !== undefined && existsSync(known)) return known;
  const folder = mkdtempSync(join(tmpdir(), "twopath-git-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, "refs"));
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/main\n");
  const config = `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = ${format}\n`;
  writeFileSync(join(folder, "config"), config);
  emptyRepositories.set(format, folder);
  return folder;
}
