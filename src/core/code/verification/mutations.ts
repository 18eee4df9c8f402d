import {
  isBlock,
  isCondition,
  isNumber,
  isRaise,
  isReturn,
  isString,
  numberValue,
  stringValue,
} from "../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import { valuesIn } from "../syntax/values.ts";
import { type Demand, isBounded } from "./demands/demands.ts";
import { conditionOf } from "./source/comparisons.ts";
import { findLiteral, isLookedFor } from "./source/find-literal.ts";
import type { Unit } from "./source/product.ts";
import type { EntryEvidence } from "./evidence.ts";

/** A small change of the implementation that a test of the demand has to notice. */
export interface Mutation {
  readonly entry: string;
  /** Number of the demand in the entry's list. */
  readonly demand: number;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What it does, in a few words. */
  readonly describes: string;
  /** Offsets of what is replaced, and what stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** `rules`, or the model that proposed it. */
  readonly by: string;
}

/** Mutations proposed for one demand; more would say the same again. */
const maxPerDemand = 2;

/** Mutations of every entry; demands of one often rest on the same line. */
export function mutationsIn(evidence: ReadonlyMap<string, EntryEvidence>): readonly Mutation[] {
  const found = [...evidence].flatMap(([id, { demands, tagged, near }]) =>
    demands.flatMap((demand) => mutationsOf(id, demand, tagged, near)),
  );
  return [
    ...new Map(found.map((one) => [`${one.file}:${String(one.start)}:${one.replacement}`, one])).values(),
  ];
}

/**
 * Small changes by rule for one demand, nearest to what it fixes: another value, a condition turned around, a limit moved
 * by one. Whether the result parses is for the caller to check.
 */
function mutationsOf(
  entry: string,
  demand: Demand,
  tagged: readonly Unit[],
  near: readonly Unit[],
): readonly Mutation[] {
  const about = { entry, demand: demand.number, by: "rules" };
  const places = [...limits(demand, near), ...values(demand, near), ...conditions(demand, tagged)];
  const seen = new Set<string>();
  return places
    .filter(
      ({ file, start }) => !seen.has(`${file}:${String(start)}`) && seen.add(`${file}:${String(start)}`),
    )
    .slice(0, maxPerDemand)
    .map((place) => ({ ...about, ...place }));
}

type Change = Omit<Mutation, "entry" | "demand" | "by">;

function changed(unit: Unit, node: SyntaxNode, replacement: string, describes: string): Change {
  return { file: unit.file, line: node.line, describes, start: node.start, end: node.end, replacement };
}

const nextSign: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

/** `>` becomes `>=` where one of the demand's limits is compared. */
function limits(demand: Demand, units: readonly Unit[]): Change[] {
  if (demand.bounds.length === 0) return [];
  return units.flatMap((unit) =>
    [...nodesIn(unit.node)].flatMap((node) => {
      const sign = node.children.find(({ text, children }) => children.length === 0 && text in nextSign);
      if (sign === undefined || node.children.length > 5 || isBlock(node)) return [];
      const isLimit = demand.bounds.some(
        ({ literal }) => findLiteral(valuesIn([node]), literal, true) !== null,
      );
      return isLimit
        ? [
            changed(
              unit,
              sign,
              nextSign[sign.text] ?? "",
              `the limit is moved by one (\`${sign.text}\` is \`${nextSign[sign.text] ?? ""}\`)`,
            ),
          ]
        : [];
    }),
  );
}

/** Another number or text where the code holds one of the demand. */
function values(demand: Demand, units: readonly Unit[]): Change[] {
  const wanted = demand.literals.filter((literal) => literal.kind !== "name" && isLookedFor(literal));
  const first = [...wanted].sort((a, b) => Number(b.isResult) - Number(a.isResult));
  return first.flatMap((literal) => {
    for (const unit of units) {
      const node = findLiteral(unit.values, literal, isBounded(demand, literal));
      if (node === null) continue;
      const value = isNumber(node) ? numberValue(node) : null;
      if (value !== null)
        return [changed(unit, node, String(value + 1), `\`${node.text}\` is ${String(value + 1)}`)];
      const text = isString(node) ? stringValue(node) : "";
      const at = text === "" ? -1 : node.text.indexOf(text);
      if (at < 0 || /[\\{}$%]/.test(text)) continue;
      const other = `${text.slice(0, -1)}${text.endsWith("x") ? "y" : "x"}`;
      return [
        {
          ...changed(
            unit,
            node,
            node.text.slice(0, at) + other + node.text.slice(at + text.length),
            `\`${text.slice(0, 40)}\` is another text`,
          ),
        },
      ];
    }
    return [];
  });
}

/** The first conditions of the code that is tagged, turned around; without one, what it gives back. */
function conditions(demand: Demand, units: readonly Unit[]): Change[] {
  return units.flatMap((unit) => {
    if (unit.kind !== "function") return [];
    const found = [...nodesIn(unit.node)]
      .filter(isCondition)
      .sort((a, b) => Number(decides(b, demand)) - Number(decides(a, demand)));
    return found.flatMap((node) => {
      const condition = conditionOf(node);
      if (condition === null || /_modifier$/.test(node.type)) return [];
      return [changed(unit, condition, turnedAround(condition, unit.file), "the condition is turned around")];
    });
  });
}

/** Whether the branch of a condition holds what the demand says, or leaves. */
function decides(node: SyntaxNode, demand: Demand): boolean {
  const held = valuesIn([node]);
  return (
    demand.literals.some((literal) => findLiteral(held, literal) !== null) ||
    [...nodesIn(node)].some((one) => isRaise(one) || isReturn(one))
  );
}

function turnedAround({ text }: SyntaxNode, file: string): string {
  const isWord = /\.(?:py)$/.test(file);
  if (isWord) return `not (${text})`;
  const bare = /^\(([^]*)\)$/.exec(text)?.[1];
  return bare === undefined ? `!(${text})` : `(!(${bare}))`;
}

/** The file with the mutation in it. */
export function mutated(
  text: string,
  { start, end, replacement }: Pick<Mutation, "start" | "end" | "replacement">,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
