import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";
import { type PullRequestPlace, pullRequestKey, repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

const headsSchema: z.ZodType<readonly SeenHead[]> = z.array(
  z.object({
    sha: z.string(),
    at: z.number(),
    base: z.string().optional(),
    before: z.object({ sha: z.string().optional(), base: z.string().optional() }).optional(),
  }),
);
const numbersSchema: z.ZodType<readonly number[]> = z.array(z.number());

/** A head of a pull request, and since when: milliseconds since 1970, by GitHub's clock. */
export interface SeenHead {
  readonly sha: string;
  readonly at: number;
  /** The branch that it was to go into; absent where the event did not say. */
  readonly base?: string | undefined;
  /** What it was until then, as far as the event said. */
  readonly before?: { readonly sha?: string | undefined; readonly base?: string | undefined } | undefined;
}

/** What a pull request was at a moment. */
export interface Moment {
  /** Its head; within the second of an event all of that second, oldest first; none when nothing of that time is known. */
  readonly heads: readonly string[];
  /** The branches that those were to go into. */
  readonly bases: readonly string[];
  /** Between what was told of before and after that moment, something was not: it may have been another one. */
  readonly unsure?: true | undefined;
}

/** Heads of a pull request that are remembered. */
const maxHeads = 200;

/** Pull requests of one commit that are remembered. */
const maxPulls = 20;

/** The heads that a pull request had, oldest first. */
export const headState = stored({
  version: 1,
  schema: headsSchema,
  key: (place: PullRequestPlace) => `heads/${pullRequestKey(place)}`,
});

/** Numbers of the pull requests that ever had a commit as their head. */
export const pullsOfCommit = stored({
  version: 1,
  schema: numbersSchema,
  key: (repository: RepositoryRef, commit: string) => `pulls-of/${repositoryKey(repository)}/${commit}`,
});

/**
 * The heads with one that an event told of. Events come late and twice: only a head that is another one counts, or one that
 * is so again.
 */
export function withHead(known: readonly SeenHead[], seen: SeenHead): readonly SeenHead[] {
  if (known.some((one) => isSameEvent(one, seen))) return known;
  const all = [...known, seen].sort((a, b) => a.at - b.at);
  const kept = all.filter((head, at) => head.before !== undefined || !isSameHead(head, all[at - 1]));
  return kept.length === known.length && !kept.includes(seen) ? known : kept.slice(-maxHeads);
}

function isSameEvent(a: SeenHead, b: SeenHead): boolean {
  return (
    isSameHead(a, b) && a.at === b.at && a.before?.sha === b.before?.sha && a.before?.base === b.before?.base
  );
}

function isSameHead(a: SeenHead, b: SeenHead | undefined): boolean {
  return a.sha === b?.sha && a.base === b.base;
}

export function withPull(known: readonly number[], number: number): readonly number[] {
  return known.includes(number) ? known : [...known, number].slice(-maxPulls);
}

/** The pull request at a moment, by all that was told of until now. */
export function momentAt(known: readonly SeenHead[], at: number): Moment {
  const last = known.findLast((head) => head.at <= at);
  const seen = known.filter((head) => head.at === last?.at);
  const next = known.find((head) => head.at > at)?.before;
  const earlier = known.findLast((head) => last !== undefined && head.at < last.at);
  const of = (name: "sha" | "base"): readonly string[] | null => {
    const all = seen.flatMap((head) => head[name] ?? []);
    const isOver = last !== undefined && last.at < at;
    const start = earlier?.[name] ?? seen.find(({ before }) => before === undefined)?.[name];
    return isOver ? endOf([...new Set(all)], stepsIn(seen, name), start) : all;
  };
  const [heads, bases] = [of("sha"), of("base")];
  return heads === null || bases === null || isGap(heads, next?.sha) || isGap(bases, next?.base)
    ? { heads: [], bases: [], unsure: true }
    : { heads, bases };
}

interface Step {
  readonly from: string;
  readonly to: string;
}

function stepsIn(seen: readonly SeenHead[], name: "sha" | "base"): readonly Step[] {
  return seen.flatMap(({ before, [name]: to }) => {
    const from = before?.[name];
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });
}

/**
 * Where the steps of a second that is over end, in whatever order they were told of: where one more arrives than leaves, else where
 * they began. Null where that can't be told.
 */
function endOf(
  all: readonly string[],
  steps: readonly Step[],
  start: string | undefined,
): readonly string[] | null {
  if (all.length < 2 && steps.length < 2) return all;
  const balance = new Map<string, number>();
  for (const { from, to } of steps) {
    balance.set(from, (balance.get(from) ?? 0) - 1);
    balance.set(to, (balance.get(to) ?? 0) + 1);
  }
  const ends = [...balance].filter(([, count]) => count > 0);
  if (ends.length > 0) return ends.length === 1 ? ends.map(([place]) => place) : null;
  return steps.length > 0 && start !== undefined ? [start] : null;
}

/**
 * What holds by what was known of a moment and by what is told of it now: within one second later events would else count as
 * earlier ones. Where the two have nothing in common, nothing does.
 */
export function agreed(known: Moment, told: Moment): Moment {
  const heads = common(known.heads, told.heads);
  const bases = common(known.bases, told.bases);
  if (known.unsure === true || told.unsure === true || heads === null || bases === null)
    return { ...known, unsure: true };
  return { heads, bases };
}

/** Of two lists, where none says nothing; null: they have nothing in common. */
function common(known: readonly string[], told: readonly string[]): readonly string[] | null {
  if (known.length === 0 || told.length === 0) return [...known, ...told];
  const both = known.filter((one) => told.includes(one));
  return both.length === 0 ? null : both;
}

/** What the next event says it was until then is none of what was told of. */
function isGap(told: readonly string[], before: string | undefined): boolean {
  return before !== undefined && told.length > 0 && !told.includes(before);
}
