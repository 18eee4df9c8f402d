import { codeTarget, type ConfiguredTarget, tagFormOf } from "../../core/code/configured-target.ts";
import { fileRole } from "../../core/code/file-role.ts";
import type { TagForm } from "../../core/code/target.ts";
import { aroundEntries } from "../../core/code/verification/judge/around-entries.ts";
import { exemptionOf } from "../../core/code/verification/exemptions.ts";
import type { ConformanceFacts } from "../../core/code/verification/conformance.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { readingOf } from "../../core/entries/parse-spec.ts";
import { verifyWhereMessage } from "../../core/message/verify-message.ts";
import type { Person } from "../../core/person.ts";
import { leaveWithin, type SpecLeave } from "../../core/plan/spec-leave.ts";
import { configPath, type RepoConfig } from "../../core/repo-config.ts";
import { traceIndex } from "../../core/trace/trace-index.ts";
import { traceTarget } from "../../core/trace/trace-target.ts";
import { UserError } from "../../core/user-error.ts";
import { gatherFiles } from "../gather-files.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import { readSpecConfig } from "../read-spec-config.ts";
import { parseSyntax } from "../syntax/parse-syntax.ts";
import { namesSpec } from "./admitted-target.ts";
import { type AskingNames, ifNameable } from "./if-nameable.ts";
import type { JobPorts } from "./job-ports.ts";
import { leaveForReader } from "./spec-leave-of.ts";

/** A spec that a pull request's code says it satisfies, at the commit that is read. */
interface ServedSpec {
  readonly repository: RepositoryRef;
  readonly commit: string;
  readonly config: RepoConfig;
  readonly isSpec: (path: string) => boolean;
  /** To show its text where the pull request is, as of now; null: it is not to be read or shown there. */
  readonly leave: () => Promise<SpecLeave | null>;
}

type Verifiable = Pick<JobPorts, "github" | "entries" | "isAllowed"> & AskingNames;

interface VerifySubject {
  readonly facts: ConformanceFacts;
  readonly config: RepoConfig;
  /** Asked directly before anything is shown; a text: why not. */
  readonly leave: () => Promise<SpecLeave | string>;
}

/**
 * What is checked on a pull request of people: the entries of the spec that the files it changes name, as its head has
 * them. Null where no target of a spec is touched, or none of its entries is named there.
 */
export async function verifySubject(
  ports: Verifiable,
  repository: RepositoryRef,
  pull: PullRequest,
  asker: Person,
): Promise<VerifySubject | null> {
  const { github } = ports;
  const { mergeBase, baseTip, files } = await github.changes(repository, pull);
  const touched = new Set(files.map(({ path }) => path));
  for (const spec of await specsOf(ports, repository, pull, { baseTip, asker })) {
    const own = spec.repository.id === repository.id;
    const name = `${repository.owner}/${repository.name}`.toLowerCase();
    const targets = spec.config.targets.filter(
      (target) =>
        (target.repository === undefined ? own : target.repository.toLowerCase() === name) &&
        [...touched].some(
          (path) => target.path === "" || target.path === "." || path.startsWith(`${target.path}/`),
        ),
    );
    for (const target of targets) {
      const sides = {
        before: await github.archive(repository, mergeBase, isCodeOf(target)),
        after: await github.archive(repository, pull.headSha, isCodeOf(target)),
      };
      const facts = await factsOf(ports, spec, target, { ...sides, touched });
      const leave = async (): Promise<SpecLeave | string> => (await spec.leave()) ?? verifyWhereMessage();
      if (facts !== null) return { facts, config: spec.config, leave };
    }
  }
  return null;
}

/** The spec of the repository itself, and those that it names under `specs` and that name it as a target. */
async function specsOf(
  ports: Verifiable,
  repository: RepositoryRef,
  pull: PullRequest,
  { baseTip, asker }: { readonly baseTip: string; readonly asker: Person },
): Promise<readonly ServedSpec[]> {
  const { github } = ports;
  const own = readSpecConfig(await github.file(repository, configPath, baseTip));
  const leave = (): Promise<SpecLeave> => Promise.resolve(leaveWithin(repository));
  const found: ServedSpec[] = [{ repository, commit: pull.headSha, ...own, leave }];
  for (const served of own.config.specs.slice(0, 5)) {
    const [owner = "", name = ""] = (typeof served === "string" ? served : served.repository).split("/");
    if (owner.toLowerCase() !== repository.owner.toLowerCase()) continue;
    const readable = await readableSpec(ports, repository, { owner, name, asker });
    if (readable === null) continue;
    const { spec, leave } = readable;
    const commit = await github.branchTip(spec, spec.defaultBranch);
    const config = commit === null ? null : await configOf(github, spec, commit, repository);
    if (commit !== null && config !== null) found.push({ repository: spec, commit, ...config, leave });
  }
  return found;
}

interface Wanted {
  readonly owner: string;
  readonly name: string;
  readonly asker: Person;
}

/** A spec that whoever asks may read, with leave to show it in the place; else as an absent one. */
async function readableSpec(ports: Verifiable, place: RepositoryRef, { owner, name, asker }: Wanted) {
  const { github } = ports;
  return ifNameable(ports, { here: place, name: `${owner}/${name}`, asker }, async () => {
    const spec = await github.repository(place, owner, name);
    // Asked first: what else such a spec says would show in how long this takes.
    if (spec === null || (spec.isPrivate && (await github.permission(spec, asker)) === "none")) return null;
    const leave = (): Promise<SpecLeave | null> => leaveOf(ports, { spec, place, asker });
    return (await leave()) === null ? null : { spec, leave };
  });
}

/** Whether the place names the spec, and who asks may read it there. */
async function leaveOf(
  ports: Verifiable,
  showing: Parameters<typeof leaveForReader>[1],
): Promise<SpecLeave | null> {
  const { spec, place } = showing;
  if (!(await namesSpec(ports, spec, `${place.owner}/${place.name}`))) return null;
  const leave = await leaveForReader(ports, showing);
  return typeof leave === "string" ? null : leave;
}

/** Null where it cannot be read, or does not name this repository: nothing is told of such a spec. */
async function configOf(
  github: JobPorts["github"],
  spec: RepositoryRef,
  commit: string,
  target: RepositoryRef,
): Promise<Pick<ServedSpec, "config" | "isSpec"> | null> {
  try {
    const read = readSpecConfig(await github.file(spec, configPath, commit));
    const name = `${target.owner}/${target.name}`.toLowerCase();
    return read.config.targets.some(({ repository }) => repository?.toLowerCase() === name) ? read : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function isCodeOf({ path: folder }: ConfiguredTarget): (path: string) => boolean {
  const inside = folder === "" || folder === "." ? "" : `${folder}/`;
  return (path) => path.startsWith(inside) && fileRole(path) !== "skipped";
}

interface Sides {
  readonly before: readonly SourceFile[];
  readonly after: readonly SourceFile[];
  readonly touched: ReadonlySet<string>;
}

async function factsOf(
  ports: Verifiable,
  { repository, commit, config, isSpec }: ServedSpec,
  target: ConfiguredTarget,
  { before, after, touched }: Sides,
): Promise<ConformanceFacts | null> {
  const { headFiles } = await gatherFiles(ports.github.source(repository), commit, commit, isSpec);
  const spec = await ports.entries(headFiles, readingOf(config));
  const form: TagForm = tagFormOf(target);
  const { testFolders } = codeTarget(target);
  const { cited } = traceTarget(traceIndex(after, form, testFolders), spec);
  const entries = spec.filter(({ id }) => {
    const places = cited.get(id);
    return places !== undefined && [...places.source, ...places.tests].some(({ file }) => touched.has(file));
  });
  if (entries.length === 0) return null;
  return {
    entries: entries.map(({ id, text, status }) => {
      const exempt = exemptionOf(id, target.doesNotApply ?? []);
      const about = { id, text, isRetired: status === "retired" };
      return exempt === null ? about : { ...about, exempt };
    }),
    ...{
      spec,
      around: aroundEntries(entries, spec),
      cited,
      testFolders,
      files: after,
      vectors: [],
      interfaces: [],
    },
    parsed: await parseSyntax(after),
    before: await parseSyntax(before),
  };
}
