import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutationEnd } from "../core/code/verification/judge/full-report.ts";
import { type Mutation, mutated } from "../core/code/verification/mutations.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";
import { inScratchCopy, runCommand } from "./scratch-copy.ts";

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
  return inScratchCopy(folder, async (scratch) => {
    const plain = await runCommand(command, scratch, null);
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
      const { code } = await runCommand(command, scratch, plain.ms * 10 + grace);
      writeFileSync(path, text);
      const end = code === null ? "slow" : code === 0 ? "survived" : "killed";
      ends.set(mutation, end);
      note(
        `${mutation.entry}.${String(mutation.demand)}  ${mutation.file}:${String(mutation.line)}  ${mutation.describes}: ${end}`,
      );
    }
    return ends;
  });
}
