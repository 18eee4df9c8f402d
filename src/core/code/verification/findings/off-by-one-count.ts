import { lastName } from "../../syntax/node-kinds.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { comparisonsIn, conditionOf, mirrored } from "../source/comparisons.ts";
import { limitOf } from "../source/constants.ts";
import type { Unit } from "../source/product.ts";

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);
const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const fails = /\b(?:fail|wrong|error|miss|invalid|unsuccessful|bad|lost|incorrect)/i;

/** How many failures bring something about: "when the fifth attempt fails", "after 3 wrong codes". */
export function failuresAsked(quote: string): readonly number[] {
  const ordinal = new RegExp(
    `\\b(?:when|after|once|if|on|at|with) (?:the|its|an?) (${ordinals.join("|")}|\\d{1,3}(?=st|nd|rd|th))\\b([^,.;]{1,40})`,
    "gi",
  );
  const cardinal = new RegExp(`\\b(?:after|once) (${numbers.join("|")}|\\d{1,3})\\b([^,.;]{1,40})`, "gi");
  const read = (pattern: RegExp, words: readonly string[]): number[] =>
    [...quote.matchAll(pattern)].flatMap(([, count = "", rest = ""]) => {
      const at = words.indexOf(count.toLowerCase());
      return fails.test(rest) ? [at < 0 ? Number(count) : at + 1] : [];
    });
  return [...read(ordinal, ordinals), ...read(cardinal, numbers)].filter((count) => count > 1);
}

/** A count that was raised just before, and is asked to have passed what it was to reach; null for any other condition. */
export function offByOneCount(
  asked: readonly number[],
  node: SyntaxNode,
  unit: Unit,
  units: readonly Unit[],
): string | null {
  const condition = asked.length === 0 ? null : conditionOf(node);
  if (condition === null) return null;
  for (const { left, sign, right } of comparisonsIn(condition)) {
    const onRight = limitOf(right, units);
    const limit = onRight ?? limitOf(left, units);
    const counter = counterOf(onRight === null ? right : left);
    const means = onRight === null ? (mirrored[sign] ?? sign) : sign;
    if (limit === null || counter === null || !asked.includes(limit)) continue;
    if ((means === ">" || means === "<=") && isRaisedBefore(counter, condition, unit))
      return `The limit ${String(limit)} is drawn one off (\`${sign}\`): \`${counter}\` holds the last one already.`;
  }
  return null;
}

function counterOf(node: SyntaxNode): string | null {
  return /^[\w$@.?!]+$/.test(node.text) ? lastName(node) : null;
}

/** `wrong += 1`, `wrong++`, `wrong = wrong + 1`, `val wrong = (before[user] ?: 0) + 1`. */
function isRaisedBefore(counter: string, condition: SyntaxNode, unit: Unit): boolean {
  const before = unit.node.text.slice(0, condition.start - unit.node.start);
  const name = `\\b${counter.replace(/\W/g, "")}`;
  return new RegExp(
    `${name}(?:\\+\\+|\\s*\\+=\\s*1\\b|[^=\\n;]{0,40}=(?!=)[^=\\n;]{1,80}\\+\\s*1\\b)|\\+\\+[\\w$@.]{0,40}${name}`,
  ).test(before);
}
