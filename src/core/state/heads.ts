import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";
import { type PullRequestPlace, pullRequestKey, repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

const headsSchema: z.ZodType<readonly SeenHead[]> = z.array(
  z.object({ sha: z.string(), at: z.number(), base: z.string().optional() }),
);
const numbersSchema: z.ZodType<readonly number[]> = z.array(z.number());

/** A head of a pull request, and since when: milliseconds since 1970, by GitHub's clock. */
export interface SeenHead {
  readonly sha: string;
  readonly at: number;
  /** The branch that it was to go into; absent where the event did not say. */
  readonly base?: string | undefined;
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

/** The heads with one that an event told of. Events come late and twice: only a head that is another one counts. */
export function withHead(known: readonly SeenHead[], seen: SeenHead): readonly SeenHead[] {
  const before = known.findLast(({ at }) => at <= seen.at);
  if (before !== undefined && isSameHead(before, seen)) return known;
  const all = [...known, seen].sort((a, b) => a.at - b.at);
  return all.filter((head, at) => !isSameHead(head, all[at - 1])).slice(-maxHeads);
}

function isSameHead(a: SeenHead, b: SeenHead | undefined): boolean {
  return a.sha === b?.sha && a.base === b.base;
}

export function withPull(known: readonly number[], number: number): readonly number[] {
  return known.includes(number) ? known : [...known, number].slice(-maxPulls);
}

/** The head at a moment: those of the last second, oldest first; none when nothing of that time is known. */
export function headsAt(known: readonly SeenHead[], at: number): readonly string[] {
  return seenAt(known, at).map(({ sha }) => sha);
}

/** As `headsAt`, the branches that they were to go into. */
export function basesAt(known: readonly SeenHead[], at: number): readonly string[] {
  return seenAt(known, at).flatMap(({ base }) => base ?? []);
}

function seenAt(known: readonly SeenHead[], at: number): readonly SeenHead[] {
  const last = known.findLast((head) => head.at <= at);
  return known.filter((head) => head.at === last?.at);
}
