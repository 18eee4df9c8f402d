import { type Product, reachedFrom, type Unit } from "../source/product.ts";
import type { ReadAssertion } from "../tests/read-tests.ts";
import type { Demand } from "../demands/demands.ts";

/** Numbers that tests compare with what the code works out as well; as a sentence, or null. */
export function selfExpectation({ literals }: Demand, asserted: readonly ReadAssertion[]): string | null {
  return literals.some(({ kind }) => kind === "number") && asserted.every(({ isOfItself }) => isOfItself)
    ? "Its tests compare what the code works out with what it works out."
    : null;
}

/**
 * Tests that let a function of the entry work out what they expect, where the other side is what ends up in it: both are
 * right or wrong together. As a sentence; null where some test expects something of its own.
 */
export function circularExpectation(
  asserted: readonly ReadAssertion[],
  tagged: readonly Unit[],
  product: Product,
): string | null {
  const names = new Set(
    tagged.flatMap(({ kind, name }) => (kind === "function" && name !== null ? [name] : [])),
  );
  const found = asserted.map(({ sides }) => {
    for (const [left, right] of sides) {
      const name = workedOut(left, right, names, product) ?? workedOut(right, left, names, product);
      if (name !== null) return name;
    }
    return null;
  });
  const [first = null] = found;
  return first === null || found.includes(null)
    ? null
    : `What its tests expect is worked out by \`${first}\`, which they test.`;
}

function workedOut(
  expected: ReadonlySet<string>,
  actual: ReadonlySet<string>,
  tagged: ReadonlySet<string>,
  product: Product,
): string | null {
  if (actual.size === 0 || [...actual].some((name) => tagged.has(name))) return null;
  const name = [...expected].find((one) => tagged.has(one));
  if (name === undefined) return null;
  const reached = reachedFrom(product, actual);
  return product.byName.get(name)?.some((unit) => reached.has(unit)) === true ? name : null;
}
