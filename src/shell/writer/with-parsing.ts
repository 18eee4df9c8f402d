import { type Mutation, mutated } from "../../core/code/verification/mutations.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { parseCheck } from "./parse-check.ts";

/** The mutations after which their file still parses. */
export async function withParsing(
  mutations: readonly Mutation[],
  files: readonly SourceFile[],
): Promise<readonly Mutation[]> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const kept: Mutation[] = [];
  for (const mutation of mutations) {
    const text = texts.get(mutation.file);
    if (text !== undefined && (await parseCheck(mutation.file, mutated(text, mutation))) === null)
      kept.push(mutation);
  }
  return kept;
}
