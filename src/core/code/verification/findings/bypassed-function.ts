import { stemsOf } from "../demands/stems.ts";
import { isInside } from "../../syntax/syntax-node.ts";
import { isOfProduct, reachedFrom, type Product, type Unit } from "../source/product.ts";
import type { EntryEvidence } from "../evidence.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

/** Code that is there for the demand, and that nothing of what the demand speaks of uses; null where something does. */
export function bypassedFunction(
  quote: string,
  { tagged, product, tests }: Pick<EntryEvidence, "tagged" | "product" | "tests">,
): Contradiction | null {
  const used = new Set(tests.flatMap(({ uses }) => [...uses]));
  const found = neverReached(quote, tagged, product) ?? leftAside(quote, tagged, product, used);
  return found === null
    ? null
    : contradictionAt(
        found.unit,
        found.unit.node,
        `No code uses \`${found.unit.name ?? ""}\`: \`${found.by}\` does without it.`,
      );
}

interface Bypassed {
  readonly unit: Unit;
  readonly by: string;
}

/**
 * A tagged function that no code uses, where another function is what the demand speaks of and never gets to it: "aliases are
 * resolved whatever their spelling", and `resolve` does without. Null where the entry's own function is spoken of, or used.
 */
function neverReached(quote: string, tagged: readonly Unit[], product: Product): Bypassed | null {
  const [unit, ...more] = tagged;
  if (unit === undefined || more.length > 0 || unit.kind !== "function" || unit.name === null) return null;
  const spoken = stemsOf(quote);
  const isSpoken = ({ name }: Unit): boolean => [...stemsOf(name ?? "")].some((stem) => spoken.has(stem));
  const isUsed = product.units.some(
    (other) => other !== unit && other.file !== unit.file && other.mentions.has(unit.name ?? ""),
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

const happens =
  /\b(?:before|after|when(?:ever)?|once|while|each time|every time|as soon as)\b[^.;,]{0,60}?(?:\b(?:is|are|be|been|gets?)\s+([a-z]{4,20})\b|\b([a-z]{3,20}ing)\b)/gi;
const irregular: Readonly<Record<string, string>> = {
  sent: "send",
  built: "build",
  written: "write",
  shown: "show",
  drawn: "draw",
  kept: "keep",
  given: "give",
  sold: "sell",
  paid: "pay",
  read: "read",
};

/**
 * What is to be done before or when something else is ("cut off before an event is sent"), that no code uses: the function
 * that does the other thing does without it, and the entry's tests never call that one.
 */
function leftAside(
  quote: string,
  tagged: readonly Unit[],
  product: Product,
  used: ReadonlySet<string>,
): Bypassed | null {
  const [unit] = tagged;
  if (unit === undefined || tagged.some(({ kind, name }) => kind === "top" || name === null)) return null;
  const isWithin = (other: Unit): boolean =>
    tagged.some(({ file, node }) => file === other.file && isInside(other.node, node));
  const own = new Set(product.units.filter(isWithin).flatMap(({ name }) => name ?? []));
  const isUsed = product.units.some(
    (other) => !isWithin(other) && [...own].some((name) => other.mentions.has(name)),
  );
  if (isUsed) return null;
  const verbs = [...quote.matchAll(happens)].map(([, passive = "", active = ""]) => passive || active);
  const stems = stemsOf(verbs.map((verb) => irregular[verb.toLowerCase()] ?? verb).join(" "));
  const ownStems = stemsOf([...own].join(" "));
  const doing = product.units.find(
    ({ kind, name, file }) =>
      kind === "function" &&
      name !== null &&
      !own.has(name) &&
      tagged.every((one) => one.file !== file) &&
      [...stemsOf(name)].some((stem) => stems.has(stem) && !ownStems.has(stem)),
  );
  if (doing === undefined || doing.name === null || used.has(doing.name)) return null;
  return { unit, by: doing.name };
}

/** The only function of its file: what else stands there would be what it is a part of. */
function isAlone(unit: Unit, { byFile }: Product): boolean {
  return (byFile.get(unit.file) ?? []).every((other) => other === unit || other.kind !== "function");
}
