import { isRequirementId } from "../../entries/dialects/id-families.ts";
import { noWork, type Proof } from "./proof.ts";

/** A row of which only cells changed that hold nothing but IDs of requirements: where it is traced to, not what it asks. */
export const referenceCell: Proof = ({ before, after }) => {
  if (before === null || after === null) return null;
  const [old, now] = [cellsOf(before.text), cellsOf(after.text)];
  if (old.length !== now.length || old.length < 2) return null;
  const differing = old.flatMap((was, at) => (was === now[at] ? [] : [[was, now[at] ?? ""] as const]));
  const [first] = differing;
  if (first === undefined || differing.length === old.length || !differing.flat().every(isReferences))
    return null;
  return noWork(`Only the reference changed, from ${first[0]} to ${first[1]}; the rule is the same.`);
};

function cellsOf(text: string): readonly string[] {
  return text.includes("\n") ? [] : text.split(" | ").map((cell) => cell.trim());
}

function isReferences(cell: string): boolean {
  const ids = cell.split(/, ?| (?:and|to|through|–) /);
  return ids.every((id) => /^[A-Z][\w.-]{2,60}$/.test(id) && isRequirementId(id));
}
