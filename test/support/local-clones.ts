import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Files = Readonly<Record<string, string>>;

/** A git repository in a folder of its own, with an identity of its own. */
export interface Clone {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  commit(files: Files): void;
  remove(): void;
}

export function createClone(name: string): Clone {
  const parent = mkdtempSync(join(tmpdir(), "clone-"));
  const folder = join(parent, name);
  mkdirSync(folder);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", stdio: "pipe" });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Ann Author");
  git("config", "user.email", "ann@example.org");
  return {
    folder,
    git,
    commit: (files) => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      git("add", "-A");
      git("commit", "-q", "-m", "change");
    },
    remove: () => {
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
