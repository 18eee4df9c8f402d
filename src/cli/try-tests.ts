import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileRole } from "../core/code/file-role.ts";
import type { FileChange } from "../core/code/file-change.ts";
import { isolatedTests, type IsolatedTest } from "../core/code/verification/tests/isolated-tests.ts";
import type { TestRun } from "../core/message/code-checks.ts";
import { parseSyntax } from "../shell/syntax/parse-syntax.ts";
import { inScratchCopy, runCommand } from "./scratch-copy.ts";

/** Runs of the command; each new test takes one. */
const mostTests = 30;
/** Milliseconds that such a run may take beyond ten times the first one. */
const grace = 20_000;

interface Tried {
  /** Top of the target's clone. */
  readonly folder: string;
  /** Of the person who asked, on their own machine. */
  readonly command: string;
  readonly files: readonly FileChange[];
  /** Test vectors: data, which stays when the code is taken back. */
  readonly fixed: ReadonlySet<string>;
  readonly read: (path: string) => Promise<string | null>;
  readonly note: (line: string) => void;
}

/**
 * Whether a command passes in a scratch copy with the change, and which of its new tests still pass there once its code is
 * taken back: each is tried alone. The clone itself stays as it is.
 */
export async function tryTests({ folder, command, files, fixed, read, note }: Tried): Promise<TestRun> {
  const before = new Map<string, string | null>();
  for (const { path } of files) before.set(path, await read(path));
  const isTest = ({ path }: FileChange): boolean => fileRole(path) === "test" && !fixed.has(path);
  const tests = await newTests(files.filter(isTest), before);
  return inScratchCopy(folder, async (scratch) => {
    const put = (path: string, content: string | null): void => {
      placed(join(scratch, path), content);
    };
    for (const { path, content } of files) put(path, content);
    const plain = await runCommand(command, scratch, null);
    if (plain.code !== 0) {
      note(`"${command}" fails with the change:\n${plain.tail}`);
      return { command, passes: false, tried: 0, left: tests.length, unnoticed: [] };
    }
    const takeBack = (): void => {
      for (const { path } of files) if (!fixed.has(path)) put(path, before.get(path) ?? null);
    };
    const unnoticed: IsolatedTest[] = [];
    for (const test of tests.slice(0, mostTests)) {
      takeBack();
      put(test.path, test.text);
      const { code } = await runCommand(command, scratch, plain.ms * 10 + grace);
      if (code === 0) unnoticed.push(test);
      note(`${test.path}: ${test.title}: ${code === 0 ? "passes" : "fails"} without the code`);
    }
    const tried = Math.min(tests.length, mostTests);
    return { command, passes: true, tried, left: tests.length - tried, unnoticed };
  });
}

async function newTests(
  files: readonly FileChange[],
  before: ReadonlyMap<string, string | null>,
): Promise<readonly IsolatedTest[]> {
  const parsed = await parseSyntax(
    files.flatMap(({ path, content }) => (content === null ? [] : [{ path, text: content }])),
  );
  return parsed.flatMap((file) => isolatedTests(file, before.get(file.path) ?? null));
}

function placed(path: string, content: string | null): void {
  if (content === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
