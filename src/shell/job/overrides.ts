import type { Override } from "../../core/decision/review.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";

/** The latest word on an entry: a decision, or null when it was taken back. */
interface Word {
  /** Id of the comment that said so: GitHub's grow, so that the later comment wins in whatever order they arrive. */
  readonly comment: number;
  readonly override: Override | null;
  /** `owner/name` when it was said, for people who read an export. */
  readonly repository?: string;
}

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
  return Object.values(await words(values, repository, pull)).flatMap(({ override }) => override ?? []);
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
  await values.update(keyOf(repository, pull), (kept) => {
    const known = (kept as Record<string, Word> | null | undefined) ?? {};
    const news = [...said].filter(([id]) => (known[id]?.comment ?? 0) <= comment);
    const added = news.map(([id, override]): [string, Word] => [id, { comment, override, repository: name }]);
    return { ...known, ...Object.fromEntries(added) };
  });
  await values.update(taughtKey(repository), (kept) => {
    const known = (kept as readonly Taught[] | null | undefined) ?? [];
    const left = known.filter((one) => one.pull !== pull || !said.has(one.override.id));
    const news = [...said.values()].flatMap((override) => (override === null ? [] : [{ pull, override }]));
    return [...news, ...left].slice(0, maxTaught);
  });
}

/** A decision as an example, and the pull request it was given on. */
interface Taught {
  readonly pull: number;
  readonly override: Override;
}

const maxTaught = 20;

/** The latest decisions of a repository's people, the newest first: where they draw the line. */
export async function taughtBy(
  values: Pick<KeyValueStore, "get">,
  repository: RepositoryRef,
): Promise<readonly Override[]> {
  const kept = (await values.get(taughtKey(repository))) as readonly Taught[] | null | undefined;
  return (kept ?? []).map(({ override }) => override);
}

function taughtKey({ installationId, id }: RepositoryRef): string {
  return `taught/${String(installationId)}/${String(id)}`;
}

async function words(
  values: KeyValueStore,
  repository: RepositoryRef,
  pull: number,
): Promise<Readonly<Record<string, Word>>> {
  return ((await values.get(keyOf(repository, pull))) as Record<string, Word> | null | undefined) ?? {};
}

/** Every decision that stands, from the store's values under `overridesPrefix`. */
export function exportOverrides(
  kept: readonly { readonly key: string; readonly value: unknown }[],
): readonly ExportedOverride[] {
  return kept.flatMap(({ key, value }) =>
    Object.values(value as Record<string, Word>).flatMap(({ override, repository = null }) =>
      override === null ? [] : [{ repository, pullRequest: Number(key.split("/").at(-1)), ...override }],
    ),
  );
}

export const overridesPrefix = "overrides/";

/** By ids, which survive a rename. */
function keyOf({ installationId, id }: RepositoryRef, pull: number): string {
  return `${overridesPrefix}${String(installationId)}/${String(id)}/${String(pull)}`;
}
