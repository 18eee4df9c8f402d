import { admitTarget, type OwnTags } from "../../core/code/admit-target.ts";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef } from "../ports.ts";
import { configPath } from "../../core/repo-config.ts";
import type { JobPorts } from "./job-ports.ts";
import { type AskingNames, ifNameable } from "./if-nameable.ts";
import { mayNameIn } from "./named-in.ts";

interface AdmittedTarget {
  readonly repository: RepositoryRef & { readonly defaultBranch: string; readonly isPrivate: boolean };
  readonly tags: OwnTags;
}

type Asking = Pick<JobPorts, "github" | "isAllowed">;
type Found = AdmittedTarget["repository"];

/**
 * The repository `owner/name` as a target of the spec in `spec`, or null: absent, foreign and unwilling ones are not told
 * apart, nor is one that must not be named there. Of that nothing more is asked: what its configuration says would show in how
 * long this takes.
 */
export async function admittedTarget(
  ports: Asking & AskingNames,
  spec: RepositoryRef,
  wanted: string,
): Promise<AdmittedTarget | null> {
  return ifNameable(ports, { here: spec, name: wanted, asker: null }, async () => {
    const target = await named(ports, spec, wanted);
    if (target === null || !(await mayNameIn(ports.github, spec, target))) return null;
    return admission(ports, spec, target);
  });
}

/** Whether the place `owner/name` names the spec, wherever that is told: who reads the place may be shown the spec there. */
export async function namesSpec(ports: Asking, spec: RepositoryRef, place: string): Promise<boolean> {
  const target = await named(ports, spec, place);
  return target !== null && (await admission(ports, spec, target)) !== null;
}

/** Another owner's repository costs no request, as an installation is of one owner. */
async function named({ github }: Asking, spec: RepositoryRef, wanted: string): Promise<Found | null> {
  const [owner = "", name = ""] = wanted.split("/");
  if (owner.toLowerCase() !== spec.owner.toLowerCase()) return null;
  return github.repository(spec, owner, name);
}

/** One of another installation is never asked for its content. */
async function admission(
  { github, isAllowed }: Asking,
  spec: RepositoryRef,
  target: Found,
): Promise<AdmittedTarget | null> {
  const config = await consentOf(github, target);
  const found = admitTarget({ spec, target, config, isAllowed });
  return "refused" in found ? null : { repository: target, tags: found.tags };
}

/** Its configuration; one that cannot be read admits nobody, and is told from an absent one nowhere. */
async function consentOf(github: JobPorts["github"], target: Found): Promise<string | null> {
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
  ports: Asking,
  spec: RepositoryRef,
  target: RepositoryRef,
): Promise<boolean> {
  return (await admittedPlace(ports, spec, target)) !== null;
}

/** As `stillAdmits`: the target as it is called now. */
export async function admittedPlace(
  ports: Asking,
  spec: RepositoryRef,
  target: RepositoryRef,
): Promise<RepositoryRef | null> {
  if (target.id === spec.id) return spec;
  // What a name names may have changed hands while a model worked.
  const now = await ports.github.repository(spec, spec.owner, spec.name);
  if (now?.id !== spec.id) return null;
  const found = await named(ports, now, `${target.owner}/${target.name}`);
  if (found?.id !== target.id || (found.isPrivate && !now.isPrivate)) return null;
  return (await admission(ports, now, found))?.repository ?? null;
}
