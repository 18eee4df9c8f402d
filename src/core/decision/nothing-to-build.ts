import type { Change } from "../entries/change.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { byKind } from "./nothing/by-kind.ts";
import { heading } from "./nothing/heading.ts";
import { informative, informativeSection, testOnly } from "./nothing/informative.ts";
import { onlyTakenAway } from "./nothing/only-taken-away.ts";
import type { NothingToBuild, Recogniser } from "./nothing/recogniser.ts";
import { sameMeaning } from "./nothing/same-meaning.ts";
import { wholeChange } from "./whole-change.ts";

const recognisers: readonly Recogniser[] = [
  byKind,
  heading,
  sameMeaning,
  informativeSection,
  testOnly,
  informative,
  onlyTakenAway,
];

/**
 * Recognises a change that leaves nothing to build, or null. Asked before the criteria. A requirement is nothing only when
 * it is nothing together with its criteria and scenarios.
 */
export function nothingToBuild(change: Change, context: SpecIndex): NothingToBuild | null {
  const found = recognised(change, context);
  if (found === null) return null;
  const whole = wholeChange(change, context);
  return whole === change || recognised(whole, context) !== null ? found : null;
}

/** The first recogniser that knows decides. */
function recognised(change: Change, context: SpecIndex): NothingToBuild | null {
  for (const recognise of recognisers) {
    const found = recognise(change, context);
    if (found !== null) return found;
  }
  return null;
}
