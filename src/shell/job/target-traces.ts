import { fileRole } from "../../core/code/file-role.ts";
import { isSameRepository } from "../../core/repository-ref.ts";
import type { OwnTags } from "../../core/code/admit-target.ts";
import { tagFormOf } from "../../core/code/configured-target.ts";
import type { TraceIndex } from "../../core/trace/trace-index.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { type StoredTrace, traceState } from "../../core/state/trace.ts";
import { type Kept, kept } from "../kept.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { admittedTarget } from "./admitted-target.ts";
import type { JobPorts } from "./job-ports.ts";
import { mayNameIn } from "./named-in.ts";

type Target = RepoConfig["targets"][number];

interface TargetTraces {
  readonly read: readonly { readonly name: string; readonly index: TraceIndex }[];
  /** Names of targets that could not be read now. */
  readonly unread: readonly string[];
  /** Names of targets in other repositories that are none of this spec, or must not be shown in it. */
  readonly refused: readonly string[];
}

/** Where a target's code stands, and how it cites. */
interface Place {
  readonly repository: RepositoryRef;
  readonly commit: string;
  /** Of another repository: its own word, never the spec's. Null: the spec's own repository. */
  readonly tags: OwnTags | null;
  /** Another repository, which not everybody may know of. */
  readonly isPrivate: boolean;
}

/** Milliseconds for which a target is taken to be where it was. */
const freshFor = 10 * 60_000;

/**
 * The trace index of every configured target. A target costs no request for ten minutes after it was looked at, then it
 * is admitted anew, and one download per commit. A target that cannot be read never stops a review; what a limit or a
 * stopped job throws, is thrown. Of a private one nothing counts where everybody reads, whenever it was looked at.
 */
export async function targetTraces(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  config: RepoConfig,
): Promise<TargetTraces> {
  const read: { name: string; index: TraceIndex }[] = [];
  const ofPrivate = new Set<string>();
  const unread: string[] = [];
  const refused: string[] = [];
  const places = new Map<string, Promise<Place | "refused">>();
  const survive = (names: string[], name: string) => (error: unknown) => {
    if (error instanceof RetryLater || ports.attempt.signal.aborted) throw error;
    ports.onError(ports.attempt.id, error);
    names.push(name);
    return null;
  };
  for (const target of config.targets) {
    const { name } = target;
    const known = await keptTrace(ports, repository, target);
    if (known.isFresh) read.push({ name, index: known.trace.index });
    if (known.isFresh && known.trace.isPrivate) ofPrivate.add(name);
    if (known.isFresh) continue;
    // An error before a target is admitted says that it exists.
    // Each repository is asked for once: how often a private one is named must not show in how long this takes.
    const wanted = (target.repository ?? "").toLowerCase();
    const asked = places.get(wanted) ?? placeOf(ports, repository, pull, target);
    places.set(wanted, asked);
    const place = await asked.catch(survive(refused, name));
    if (place === "refused") refused.push(name);
    if (place === null || place === "refused") continue;
    if (place.isPrivate) ofPrivate.add(name);
    const index = await traceAt(ports, known, place, target).catch(survive(unread, name));
    if (index !== null) read.push({ name, index });
  }
  // Asked last: it may have been counted while the spec was private, and minutes pass while targets are read.
  const isHidden = ofPrivate.size > 0 && !(await mayNameIn(ports.github, repository, { isPrivate: true }));
  return isHidden ? withoutPrivate({ read, unread, refused }, ofPrivate, config) : { read, unread, refused };
}

/** As if it had not taken part. */
function withoutPrivate(
  { read, unread, refused }: TargetTraces,
  ofPrivate: ReadonlySet<string>,
  { targets }: RepoConfig,
): TargetTraces {
  const names = targets.map(({ name }) => name);
  return {
    read: read.filter(({ name }) => !ofPrivate.has(name)),
    unread: unread.filter((name) => !ofPrivate.has(name)),
    refused: names.filter((name) => ofPrivate.has(name) || refused.includes(name)),
  };
}

type KeptTrace = { readonly place: Kept<StoredTrace> } & (
  | { readonly isFresh: true; readonly trace: StoredTrace }
  | { readonly isFresh: false; readonly trace: StoredTrace | null }
);

async function keptTrace(
  { values, clock }: JobPorts,
  spec: RepositoryRef,
  target: Target,
): Promise<KeptTrace> {
  const place = kept(values, traceState, spec, target.name);
  const stored = await place.get();
  if (stored?.settings.target !== JSON.stringify(target)) return { place, isFresh: false, trace: null };
  const isFresh = clock.now().getTime() - stored.checkedAt < freshFor;
  return { place, isFresh, trace: stored };
}

async function placeOf(
  ports: JobPorts,
  spec: RepositoryRef,
  pull: PullRequest,
  target: Target,
): Promise<Place | "refused"> {
  const { github } = ports;
  const wanted = target.repository ?? `${spec.owner}/${spec.name}`;
  const [owner = "", name = ""] = wanted.split("/");
  if (isSameRepository(spec, { owner, name }))
    return { repository: spec, commit: pull.baseSha, tags: null, isPrivate: false };
  const admitted = await admittedTarget(ports, spec, wanted);
  if (admitted === null) return "refused";
  const { repository, tags } = admitted;
  const commit = await github.source(repository).resolve(repository.defaultBranch);
  return { repository, tags, commit, isPrivate: repository.isPrivate };
}

async function traceAt(
  ports: JobPorts,
  { place, trace }: KeptTrace,
  { repository, commit, tags, isPrivate }: Place,
  target: Target,
): Promise<TraceIndex> {
  const settings = { target: JSON.stringify(target), tags: JSON.stringify(tags) };
  const isCurrent = trace?.commit === commit && trace.settings.tags === settings.tags;
  const form = tags === null ? target : { ...tags, language: target.language };
  const index = isCurrent ? trace.index : await download(ports, repository, commit, { ...target, form });
  const checkedAt = ports.clock.now().getTime();
  await place.set({ commit, settings, index, checkedAt, isPrivate });
  return index;
}

async function download(
  { github, trace }: JobPorts,
  repository: RepositoryRef,
  commit: string,
  { path, tests, form }: Pick<Target, "path" | "tests"> & { form: Parameters<typeof tagFormOf>[0] },
): Promise<TraceIndex> {
  const inside = path === "" ? "" : `${path}/`;
  const files = await github.archive(
    repository,
    commit,
    (file) => file.startsWith(inside) && fileRole(file.slice(inside.length)) !== "skipped",
  );
  return trace({
    files: files.map((file) => ({ path: file.path.slice(inside.length), text: file.text })),
    tag: tagFormOf(form),
    testFolders: tests,
  });
}
