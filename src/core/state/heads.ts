import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";
import { type PullRequestPlace, pullRequestKey, repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

const headsSchema: z.ZodType<readonly SeenHead[]> = z.array(z.object({ sha: z.string(), at: z.number() }));
const numbersSchema: z.ZodType<readonly number[]> = z.array(z.number());

/** A head of a pull request, and since when: milliseconds since 1970, by GitHub's clock. */
export interface SeenHead {
  readonly sha: string;
  readonly at: number;
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
  if (before?.sha === seen.sha) return known;
  const all = [...known, seen].sort((a, b) => a.at - b.at);
  return all.filter(({ sha }, at) => sha !== all[at - 1]?.sha).slice(-maxHeads);
}

export function withPull(known: readonly number[], number: number): readonly number[] {
  return known.includes(number) ? known : [...known, number].slice(-maxPulls);
}

/** The head at a moment: those of the last second, oldest first; none when nothing of that time is known. */
export function headsAt(known: readonly SeenHead[], at: number): readonly string[] {
  const last = known.findLast((head) => head.at <= at);
  return known.filter((head) => head.at === last?.at).map(({ sha }) => sha);
}
