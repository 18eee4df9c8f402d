import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve as resolvePath } from "node:path";

/** Installed dependencies: shared with the scratch copy, not copied. */
const shared = ["node_modules", ".venv", "venv", "vendor"];
/** Does something with a copy of a target's folder, which is gone afterwards; the folder itself stays as it is. */
export async function inScratchCopy<T>(folder: string, work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "twopath-scratch-"));
  try {
    copyTarget(folder, scratch);
    return await work(scratch);
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
export function runCommand(command: string, cwd: string, limit: number | null): Promise<End> {
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
