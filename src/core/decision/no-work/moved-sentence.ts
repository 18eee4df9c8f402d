import type { Entry } from "../../entries/entry.ts";
import { readChange } from "../reading.ts";
import { noWork, type Proof } from "./proof.ts";

const minWords = 5;

/** Whole sentences went, word by word the same, to a sibling or parent that did not hold them before; nothing came. */
export const movedSentence: Proof = (change, context) => {
  const { after } = change;
  const { fresh, gone } = readChange(change);
  if (after === null || fresh.length > 0 || gone.length === 0) return null;
  const parent = after.parent === null ? undefined : context.entry(after.parent);
  const near = [...context.siblings(after), ...context.children(after.id), ...(parent ? [parent] : [])];
  const holder = near.find((entry) => {
    const there = context.change(entry.id);
    if (there === undefined || there.after === null) return false;
    const held = new Set(readChange(there).fresh.map(({ bare }) => bare));
    return gone.every(({ bare }) => bare.split(" ").length >= minWords && held.has(bare));
  });
  return holder === undefined ? null : noWork(`A sentence moved to ${nameOf(holder)}; nothing else changed.`);
};

function nameOf({ id }: Entry): string {
  return id.replace(/^.*#/, "");
}
