import { argumentsOf, calleeNames, isCall, isNumber, numberValue } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Literal } from "../demands/literals.ts";
import { textsOf, type ReadTest } from "../tests/read-tests.ts";

/** `wait(44)` and then `wait(1)`, or `now += 44` and `now += 1`, are 45 seconds: steps of one kind that follow each other. */
export function isPassedInSteps({ unit, values }: Literal, { test }: ReadTest): boolean {
  if (unit === undefined) return false;
  const steps = new Map<string, number[]>();
  for (const node of nodesIn(test.body)) {
    const step = stepOf(node);
    if (step !== null) steps.set(step.by, [...(steps.get(step.by) ?? []), step.size]);
  }
  return [...steps.values()].some((sizes) => runsOf(sizes.slice(0, 40)).some((sum) => values.includes(sum)));
}

function stepOf(node: SyntaxNode): { readonly by: string; readonly size: number } | null {
  if (isCall(node)) {
    const given = argumentsOf(node);
    const size = given.length === 1 ? onlyNumber(given[0]) : null;
    return size === null ? null : { by: calleeNames(node).at(-1) ?? "", size };
  }
  const sign = node.children.findIndex(({ text }) => text === "+=");
  const size = sign < 1 ? null : onlyNumber(node.children.slice(sign + 1).find(({ named }) => named));
  return size === null ? null : { by: `${node.children[0]?.text ?? ""} +=`, size };
}

function onlyNumber(node: SyntaxNode | undefined): number | null {
  const numbers = node === undefined ? [] : [...nodesIn(node)].filter(isNumber);
  const [first] = numbers;
  return first === undefined || numbers.length > 1 ? null : numberValue(first);
}

/** Sums of two and more that follow each other. */
function runsOf(sizes: readonly number[]): readonly number[] {
  return sizes.flatMap((_, from) => {
    let sum = 0;
    return sizes.slice(from).flatMap((size, i) => {
      sum += size;
      return i === 0 ? [] : [sum];
    });
  });
}

const date = /\b((?:19|20)\d{2})(?:-|,\s{0,3})(\d{1,2})(?:-|,\s{0,3})(\d{1,2})\b/g;
const perDay = 86_400_000;

/** Two dates of a test, and of what prepares it, that are as many days apart. */
export function hasDatesApart({ unit, values: [days = 0] }: Literal, test: ReadTest): boolean {
  if (unit !== "days" || !Number.isInteger(days)) return false;
  const found = textsOf(test)
    .flatMap((text) => [...text.matchAll(date)])
    .slice(0, 60);
  const at = found.map(
    ([, year, month, day]) => Date.UTC(Number(year), Number(month) - 1, Number(day)) / perDay,
  );
  return at.some((one) => at.some((other) => one - other === days));
}
