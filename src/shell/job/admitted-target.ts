import { admitTarget, type OwnTags } from "../../core/code/admit-target.ts";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef } from "../ports.ts";
import { configPath } from "../../core/repo-config.ts";
import type { JobPorts } from "./job-ports.ts";

interface AdmittedTarget {
  readonly repository: RepositoryRef & { readonly defaultBranch: string; readonly isPrivate: boolean };
  readonly tags: OwnTags;
}

/**
 * The repository `owner/name` as a target of the spec in `spec`, or null: absent, foreign and unwilling ones are not told
 * apart. Another owner's repository costs no request, as an installation is of one owner; one of another installation
 * is never asked for its content.
 */
export async function admittedTarget(
  { github, isAllowed }: Pick<JobPorts, "github" | "isAllowed">,
  spec: RepositoryRef,
  wanted: string,
): Promise<AdmittedTarget | null> {
  const [owner = "", name = ""] = wanted.split("/");
  if (owner.toLowerCase() !== spec.owner.toLowerCase()) return null;
  const target = await github.repository(spec, owner, name);
  const config = target === null ? null : await consentOf(github, target);
  const admission = admitTarget({ spec, target, config, isAllowed });
  return target === null || "refused" in admission ? null : { repository: target, tags: admission.tags };
}

/** Its configuration; one that cannot be read admits nobody, and is told from an absent one nowhere. */
async function consentOf(
  github: JobPorts["github"],
  target: RepositoryRef & { readonly defaultBranch: string },
): Promise<string | null> {
  try {
    return await github.file(target, configPath, target.defaultBranch);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/**
 * Whether a target still takes code of this spec: it is the spec's own repository, or names the spec as of now, and is not
 * private beside a spec that everybody reads. No: the spec's name is another repository's by now, or another owner's.
 */
export async function stillAdmits(
  ports: Pick<JobPorts, "github" | "isAllowed">,
  spec: RepositoryRef,
  target: RepositoryRef,
): Promise<boolean> {
  return (await admittedPlace(ports, spec, target)) !== null;
}

/** As `stillAdmits`: the target as it is called now. */
export async function admittedPlace(
  ports: Pick<JobPorts, "github" | "isAllowed">,
  spec: RepositoryRef,
  target: RepositoryRef,
): Promise<RepositoryRef | null> {
  if (target.id === spec.id) return spec;
  // What a name names may have changed hands while a model worked.
  const now = await ports.github.repository(spec, spec.owner, spec.name);
  if (now?.id !== spec.id) return null;
  const admitted = await admittedTarget(ports, now, `${target.owner}/${target.name}`);
  if (admitted?.repository.id !== target.id) return null;
  return now.isPrivate || !admitted.repository.isPrivate ? admitted.repository : null;
}
