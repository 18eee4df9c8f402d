import type { Change } from "../entries/change.ts";
import { concreteness } from "./concreteness.ts";
import type { Passage, Reading } from "./reading.ts";

/** What the form of a statement and the heading above it say about how much it leaves open, whatever its words are. */
export interface Coarse {
  readonly passage: Passage;
  /** As the end of "“…” …"; shown to the author. */
  readonly says: string;
  readonly need: string;
  /** 1 is a hint, 2 speaks for itself. */
  readonly weight: number;
}

const outcomes = /success (?:criteria|metrics)|measurable outcomes|key results|quality goals/i;
const role = /^(?:user story:? ?)?as an? /;
const wish = /^[^,.;]{1,80}[ ,] ?i (?:want|need|can|would like|wish)\b/;
const mostExact = 0.3;

/** A wish, an outcome or data without types, or null. */
export function coarseIn(change: Change, reading: Reading): Coarse | null {
  const { after } = change;
  const [first] = reading.fresh;
  if (after === null || first === undefined) return null;
  const heading = after.section.split(" › ").at(-1) ?? "";
  if (outcomes.test(heading)) {
    const need = "Say which behaviour brings the outcome about, and keep the figure as its test.";
    return { passage: first, says: "is an outcome; what brings it about is open", need, weight: 1.5 };
  }
  const exact = concreteness(reading);
  if (exact > mostExact) return null;
  if (after.kind === "entity") {
    const need = "Give each field's type, whether it may be missing, and the key.";
    return { passage: first, says: "names data without types and keys", need, weight: 1.5 };
  }
  const told = reading.fresh.find((passage) => isWish(passage.bare));
  if (told === undefined) return null;
  const need = "Say what the software does for this wish: input, result and errors.";
  return { passage: told, says: "is a wish; what the software does is open", need, weight: 1.5 };
}

/** `as a buyer, i want …` */
function isWish(bare: string): boolean {
  const who = role.exec(bare);
  return who !== null && wish.test(bare.slice(who[0].length));
}
