import type { ConfiguredTarget } from "./configured-target.ts";

/** What is known of a folder that code shall go into. */
export interface TargetFacts {
  /** `owner/name` of the clone's remote, or null. */
  readonly repository: string | null;
  /** Name of the clone's top folder. */
  readonly name: string;
  /** Folder within the clone, `""` for its root. */
  readonly folder: string;
  /** Whether the spec lives in the same clone. */
  readonly holdsSpec: boolean;
}

/**
 * The configured targets that a folder may be. A clone is known by its remote, or else by its name; where several
 * targets live in it, the folder decides.
 */
export function findTargets(
  targets: readonly ConfiguredTarget[],
  facts: TargetFacts,
): readonly ConfiguredTarget[] {
  const inClone = targets.filter((target) => isIn(target, facts));
  const exact = inClone.filter(({ path }) => trimmed(path) === facts.folder);
  if (exact.length > 0 || facts.folder !== "") return exact;
  return inClone;
}

function isIn({ repository, name }: ConfiguredTarget, facts: TargetFacts): boolean {
  const own = facts.repository?.toLowerCase();
  if (repository === undefined) return facts.holdsSpec;
  const wanted = repository.toLowerCase();
  if (own === wanted) return true;
  const names = [name.toLowerCase(), wanted.slice(wanted.indexOf("/") + 1)];
  return !facts.holdsSpec && names.includes(facts.name.toLowerCase());
}

function trimmed(folder: string): string {
  return folder
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}
