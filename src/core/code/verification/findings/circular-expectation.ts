import { type Product, reachedFrom, type Unit } from "../source/product.ts";
import type { ReadAssertion } from "../tests/read-tests.ts";

/**
 * The function of the entry that its tests let work out what they expect, where the other side is what ends up in it: both
 * are right or wrong together. Null where some test expects something of its own.
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
  return found.every((name) => name !== null) ? (found[0] ?? null) : null;
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
