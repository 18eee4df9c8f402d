import { plural } from "./wording.ts";

export interface CodeCheckFacts {
  readonly entries: number;
  readonly vectors: number;
  readonly folders: readonly string[];
  /** What did not hold when the writer had finished. */
  readonly unverified: readonly string[];
}

/** What a code pull request may claim, and what it may not. */
export function codeChecks({ entries, vectors, folders, unverified }: CodeCheckFacts): {
  readonly verified: readonly string[];
  readonly notVerified: readonly string[];
} {
  const tagged = unverified.length === 0;
  const where = folders.map((folder) => (folder === "" ? "the repository" : `\`${folder}\``)).join(", ");
  return {
    verified: [
      `Only files within ${where} were written; no workflow, manifest, lockfile or hidden file.`,
      "Files of the languages known here parse; no secret, binary or invisible character was found in them.",
      ...(tagged ? [`${plural(entries, "entry is", "entries are")} tagged in code and in a test.`] : []),
      ...(vectors > 0 ? [`${plural(vectors, "file")} of test vectors, byte for byte as in the spec.`] : []),
    ],
    notVerified: [
      ...unverified.map((problem) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`),
      "Whether it builds and its tests pass: nothing was run. This repository's CI says so.",
      "Whether the tests would fail without the change: read them.",
    ],
  };
}
