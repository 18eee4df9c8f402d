import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve as resolvePath } from "node:path";
import type { MutationEnd } from "../core/code/verification/besides.ts";
import { type Mutation, mutated } from "../core/code/verification/mutations.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";

/** Installed dependencies: shared with the scratch copy, not copied. */
const shared = ["node_modules", ".venv", "venv", "vendor"];
/** Milliseconds that a run with a mutation may take beyond ten times the one without. */
const grace = 20_000;

/**
 * Applies each mutation to a scratch copy of a target and runs a command of the person who asked, on their own machine.
 * The target itself stays as it is. Throws UserError when the command fails without any mutation.
 */
export async function runMutations(
  folder: string,
  command: string,
  {
    mutations,
    files,
    note,
  }: {
    readonly mutations: readonly Mutation[];
    readonly files: readonly SourceFile[];
    readonly note: (line: string) => void;
  },
): Promise<ReadonlyMap<Mutation, MutationEnd>> {
  const scratch = mkdtempSync(join(tmpdir(), "twopath-mutations-"));
  try {
    copyTarget(folder, scratch);
    const plain = await run(command, scratch, null);
    if (plain.code !== 0)
      throw new UserError(
        `"${command}" fails in a copy of ${folder} without any mutation, so it says nothing. Make it pass first.\n${plain.tail}`,
      );
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const ends = new Map<Mutation, MutationEnd>();
    for (const mutation of mutations) {
      const text = texts.get(mutation.file);
      if (text === undefined) continue;
      const path = join(scratch, mutation.file);
      writeFileSync(path, mutated(text, mutation));
      const { code } = await run(command, scratch, plain.ms * 10 + grace);
      writeFileSync(path, text);
      const end = code === null ? "slow" : code === 0 ? "survived" : "killed";
      ends.set(mutation, end);
      note(
        `${mutation.entry}.${String(mutation.demand)}  ${mutation.file}:${String(mutation.line)}  ${mutation.describes}: ${end}`,
      );
    }
    return ends;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function copyTarget(folder: string, scratch: string): void {
  cpSync(folder, scratch, {
    recursive: true,
    filter: (source) => ![".git", ...shared].includes(basename(source)) || source === folder,
  });
  for (const name of shared)
    if (existsSync(join(folder, name))) symlinkSync(resolvePath(folder, name), join(scratch, name));
}

interface End {
  /** Null when it did not end in time. */
  readonly code: number | null;
  readonly ms: number;
  readonly tail: string;
}

/** Runs a command in a shell, as the person who gave it would. */
function run(command: string, cwd: string, limit: number | null): Promise<End> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, shell: true, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let tail = "";
    const hear = (chunk: Buffer): void => {
      tail = (tail + chunk.toString("utf8")).slice(-2_000);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    let isLate = false;
    const timer =
      limit === null
        ? null
        : setTimeout(() => {
            isLate = true;
            stopGroup(child.pid);
          }, limit);
    child.on("error", reject);
    child.on("close", (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve({ code: isLate ? null : (code ?? 1), ms: performance.now() - begun, tail });
    });
  });
}

/** The shell and what it started. */
function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
