import type { Override } from "../../core/decision/review.ts";
import { overrideState, taughtState, type Word } from "../../core/state/overrides.ts";
import { kept } from "../kept.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";

/** A decision as `twopath overrides` prints it. */
type ExportedOverride = Override & {
  readonly repository: string | null;
  readonly pullRequest: number;
};

/** What people decided instead of the recommendations of a pull request. */
export async function overridesOf(
  values: KeyValueStore,
  repository: RepositoryRef,
  pull: number,
): Promise<readonly Override[]> {
  const words = await kept(values, overrideState, { repository, number: pull }).get();
  return Object.values(words ?? {}).flatMap(({ override }) => override ?? []);
}

/** Notes decisions by entry, null for one that is taken back; a later comment's word on an entry stays. */
export async function noteOverrides(
  values: KeyValueStore,
  repository: RepositoryRef,
  pull: number,
  comment: number,
  said: ReadonlyMap<string, Override | null>,
): Promise<void> {
  const name = `${repository.owner}/${repository.name}`;
  await kept(values, overrideState, { repository, number: pull }).update((words) => {
    const known = words ?? {};
    const news = [...said].filter(([id]) => (known[id]?.comment ?? 0) <= comment);
    const added = news.map(([id, override]): [string, Word] => [id, { comment, override, repository: name }]);
    return { ...known, ...Object.fromEntries(added) };
  });
  await kept(values, taughtState, repository).update((known) => {
    const left = (known ?? []).filter((one) => one.pull !== pull || !said.has(one.override.id));
    const news = [...said.values()].flatMap((override) => (override === null ? [] : [{ pull, override }]));
    return [...news, ...left].slice(0, maxTaught);
  });
}

const maxTaught = 20;

/** The latest decisions of a repository's people, the newest first: where they draw the line. */
export async function taughtBy(
  values: KeyValueStore,
  repository: RepositoryRef,
): Promise<readonly Override[]> {
  const taught = await kept(values, taughtState, repository).get();
  return (taught ?? []).map(({ override }) => override);
}

/** Every decision that stands, from the store's values under `overridesPrefix`. */
export function exportOverrides(
  values: readonly { readonly key: string; readonly value: unknown }[],
): readonly ExportedOverride[] {
  return values.flatMap(({ key, value }) =>
    Object.values(overrideState.read(value) ?? {}).flatMap(({ override, repository = null }) =>
      override === null ? [] : [{ repository, pullRequest: Number(key.split("/").at(-1)), ...override }],
    ),
  );
}
