import { stemsOf } from "./demand-words.ts";
import { isOfProduct, reachedFrom, type Product, type Unit } from "./product.ts";

/**
 * A tagged function that no code uses, where another function is what the demand speaks of and never gets to it: "aliases are
 * resolved whatever their spelling", and `resolve` does without. Null where the entry's own function is spoken of, or used.
 */
export function unwired(
  quote: string,
  tagged: readonly Unit[],
  product: Product,
): { readonly unit: Unit; readonly by: string } | null {
  const [unit, ...more] = tagged;
  if (unit === undefined || more.length > 0 || unit.kind !== "function" || unit.name === null) return null;
  const spoken = stemsOf(quote);
  const isSpoken = ({ name }: Unit): boolean => [...stemsOf(name ?? "")].some((stem) => spoken.has(stem));
  const isUsed = product.units.some(
    (other) => other !== unit && !isInFile(other, unit) && other.mentions.has(unit.name ?? ""),
  );
  if (isSpoken(unit) || isUsed || !isAlone(unit, product)) return null;
  const verb = /^\s*(?:\*\*[^*]+\*\*\s*)?(?:the |an? )?[\w-]+ (?:is|are) (\w+)/i.exec(quote)?.[1] ?? "";
  const stems = stemsOf(verb);
  const doing = product.units.filter(
    (other) =>
      other.kind === "function" &&
      other !== unit &&
      other.name !== null &&
      stems.size > 0 &&
      [...stemsOf(other.name)].some((stem) => stems.has(stem)),
  );
  const gets = doing.some((other) =>
    reachedFrom(
      product,
      [...other.mentions].filter((name) => isOfProduct(product, name)),
    ).has(unit),
  );
  const [first] = doing;
  return first === undefined || first.name === null || gets ? null : { unit, by: first.name };
}

/** The only function of its file: what else stands there would be what it is a part of. */
function isAlone(unit: Unit, { byFile }: Product): boolean {
  return (byFile.get(unit.file) ?? []).every((other) => other === unit || other.kind !== "function");
}

function isInFile(other: Unit, unit: Unit): boolean {
  return other.file === unit.file;
}
