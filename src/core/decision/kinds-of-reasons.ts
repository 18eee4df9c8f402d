import type { Criterion } from "./criterion.ts";
import { criteria } from "./criteria.ts";

export function criterionWithId(id: string): Criterion | undefined {
  return criteria.find((criterion) => criterion.id === id);
}

/** The criteria that can speak for a design, in the order in which the judge is told of them. */
export function kindsOfReasons(): readonly Criterion[] {
  const placeOf = ({ judged }: Criterion): number => judged?.place ?? criteria.length;
  return criteria.filter(({ role }) => role !== "data").sort((a, b) => placeOf(a) - placeOf(b));
}
