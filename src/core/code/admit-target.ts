import { parseRepoConfig } from "../repo-config.ts";

/** A repository as the gate between a spec and its targets sees it. */
interface Party {
  readonly id: number;
  readonly installationId: number;
  readonly owner: string;
  readonly name: string;
}

/** How a target says that its code cites entries; nothing of this comes from the spec's side. */
export interface OwnTags {
  readonly tag?: string;
  readonly tagPattern?: string;
}

/** Why a repository is no target of a spec; for logs, and for people who may read the target. */
type TargetRefusal =
  "absent" | "another installation" | "owner not allowed" | "does not name the spec under `specs`";

type Admission = { readonly tags: OwnTags } | { readonly refused: TargetRefusal };

interface TargetRequest {
  readonly spec: Party;
  /** Null: there is no such repository, or the App is not installed on it. */
  readonly target: Party | null;
  /** Text of `.github/twopath.yml` on the target's own default branch, null where there is none. */
  readonly config: string | null;
  readonly isAllowed: (owner: string) => boolean;
}

/**
 * The one gate between a spec and another repository, for reading its code and for writing there: the target names the
 * spec in its own default branch, in the same installation, of an owner that the operator serves. What the spec's side
 * says of the target opens nothing. A repository is always a target of its own spec.
 */
export function admitTarget({ spec, target, config, isAllowed }: TargetRequest): Admission {
  if (target === null) return { refused: "absent" };
  if (target.installationId !== spec.installationId) return { refused: "another installation" };
  if (!isAllowed(target.owner)) return { refused: "owner not allowed" };
  if (target.id === spec.id) return { tags: {} };
  const tags = consentOf(config, `${spec.owner}/${spec.name}`);
  return tags === null ? { refused: "does not name the spec under `specs`" } : { tags };
}

/** A configuration that cannot be read consents to nothing. */
function consentOf(config: string | null, spec: string): OwnTags | null {
  const parsed = parseRepoConfig(config);
  if (Array.isArray(parsed)) return null;
  for (const served of parsed.specs) {
    const { repository, tag, tagPattern } =
      typeof served === "string" ? { repository: served, tag: undefined, tagPattern: undefined } : served;
    if (repository.toLowerCase() !== spec.toLowerCase()) continue;
    return { ...(tag === undefined ? {} : { tag }), ...(tagPattern === undefined ? {} : { tagPattern }) };
  }
  return null;
}
