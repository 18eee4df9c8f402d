import { fileRole } from "../../core/code/context/file-role.ts";
import { tagFormOf } from "../../core/code/configured-target.ts";
import { traceIndex, type TraceIndex } from "../../core/trace/trace-index.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import type { JobPorts } from "./job-ports.ts";

type Target = RepoConfig["targets"][number];

export interface TargetTraces {
  readonly read: readonly { readonly name: string; readonly index: TraceIndex }[];
  /** Names of targets that could not be read now. */
  readonly unread: readonly string[];
}

/** What the store keeps of a target: the index of one commit, the last one seen. */
interface StoredTrace {
  readonly commit: string;
  /** Settings that the index depends on. */
  readonly settings: string;
  readonly index: TraceIndex;
  readonly place: (RepositoryRef & { readonly branch: string }) | null;
  /** Milliseconds since 1970: when `commit` was last known to be the newest. */
  readonly checkedAt: number;
}

/** Milliseconds for which a target is taken to be where it was. */
const freshFor = 10 * 60_000;

/**
 * The trace index of every configured target. A target costs no request for ten minutes after it was looked at, one
 * while its default branch has not moved, and one download per commit. A target that cannot be read never stops a
 * review; what a limit or a stopped job throws, is thrown.
 */
export async function targetTraces(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  config: RepoConfig,
): Promise<TargetTraces> {
  const read: { name: string; index: TraceIndex }[] = [];
  const unread: string[] = [];
  for (const target of config.targets) {
    try {
      read.push({ name: target.name, index: await traceOf(ports, repository, pull, target) });
    } catch (error) {
      if (error instanceof RetryLater || ports.attempt.signal.aborted) throw error;
      ports.onError(ports.attempt.id, error);
      unread.push(target.name);
    }
  }
  return { read, unread };
}

async function traceOf(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  target: Target,
): Promise<TraceIndex> {
  const { github, values, clock } = ports;
  const key = `trace/${String(repository.installationId)}/${String(repository.id)}/${target.name}`;
  const settings = JSON.stringify(target);
  const stored = ((await values.get(key)) ?? null) as StoredTrace | null;
  const known = stored?.settings === settings ? stored : null;
  const now = clock.now().getTime();
  if (known !== null && now - known.checkedAt < freshFor) return known.index;
  const place = known?.place ?? (await placeOf(ports, repository, pull, target));
  const commit =
    target.repository === undefined ? pull.baseSha : await github.source(place).resolve(place.branch);
  const index = known?.commit === commit ? known.index : await download(ports, place, commit, target);
  await values.set(key, { commit, settings, index, place, checkedAt: now } satisfies StoredTrace);
  return index;
}

async function placeOf(
  { github }: JobPorts,
  own: RepositoryRef,
  pull: PullRequest,
  { repository }: Target,
): Promise<RepositoryRef & { readonly branch: string }> {
  if (repository === undefined) return { ...own, branch: pull.baseRef };
  const [owner = "", name = ""] = repository.split("/");
  const found = await github.repository(owner, name);
  if (found === null) throw new Error(`The App is not installed on the target ${repository}.`);
  const { installationId, id, defaultBranch } = found;
  return { installationId, id, owner, name, branch: defaultBranch };
}

async function download(
  { github }: JobPorts,
  place: RepositoryRef,
  commit: string,
  target: Target,
): Promise<TraceIndex> {
  const { path, tests } = target;
  const inside = path === "" ? "" : `${path}/`;
  const files = await github.archive(
    place,
    commit,
    (file) => file.startsWith(inside) && fileRole(file.slice(inside.length)) !== "skipped",
  );
  return traceIndex(
    files.map((file) => ({ path: file.path.slice(inside.length), text: file.text })),
    tagFormOf(target),
    tests,
  );
}
