import { above, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { EntryEvidence } from "../check-demand.ts";
import type { Contradiction } from "./contradictions.ts";
import type { Demand } from "../demands/demands.ts";
import { forbiddenAction } from "./forbidden-action.ts";
import { unraisedError } from "./unraised-error.ts";
import type { Unit } from "../source/product.ts";
import { missingComparison } from "./missing-comparison.ts";

/** Units looked through for one demand, nearest first. */
const maxUnits = 300;

/** What the demand forbids is done, or what it asks for is begun and never done. */
export function neverDone(demand: Demand, evidence: EntryEvidence): Contradiction | null {
  return forbiddenIn(demand, evidence.near) ?? neverIn(demand, evidence);
}

/** A failure that is made and not raised, and a choice that nothing in the code could make. */
function neverIn(demand: Demand, { tagged, near, everywhere }: EntryEvidence): Contradiction | null {
  const made = unraisedError(demand, everywhere);
  if (made !== null) {
    const unit = everywhere.find(({ node, kind }) => kind === "top" && isOf(made, node));
    return {
      place: { file: unit?.file ?? "", line: made.line },
      because: "The failure is made, and never raised.",
    };
  }
  const [first] = tagged;
  const word = first === undefined ? null : missingComparison(demand.quote, near);
  return word === null || first === undefined
    ? null
    : {
        place: { file: first.file, line: first.node.line },
        because: `Nothing in the code compares what would tell which is the ${word}.`,
      };
}

function isOf(node: SyntaxNode, root: SyntaxNode): boolean {
  return [...above(node)].includes(root);
}

/** What is forbidden is so in functions of other entries as well. */
function forbiddenIn(demand: Demand, units: readonly Unit[]): Contradiction | null {
  for (const unit of demand.kind === "prohibition" ? units.slice(0, maxUnits) : []) {
    const done = forbiddenAction(demand.quote, unit);
    if (done !== null)
      return {
        place: { file: unit.file, line: done.line },
        because: `The code does what is forbidden (\`${done.text.split("\n", 1)[0]?.slice(0, 60) ?? ""}\`).`,
      };
  }
  return null;
}
