import type { Change } from "../spec/change.ts";
import type { SpecIndex } from "../spec/spec-index.ts";
import { byKind } from "./nothing/by-kind.ts";
import { heading } from "./nothing/heading.ts";
import { informative, informativeSection, testOnly } from "./nothing/informative.ts";
import { onlyTakenAway } from "./nothing/only-taken-away.ts";
import type { NothingToBuild, Recogniser } from "./nothing/recogniser.ts";
import { sameMeaning } from "./nothing/same-meaning.ts";

const recognisers: readonly Recogniser[] = [
  byKind,
  heading,
  sameMeaning,
  informativeSection,
  testOnly,
  informative,
  onlyTakenAway,
];

/** Recognises a change that leaves nothing to build, or null. Asked before the criteria; the first that knows decides. */
export function nothingToBuild(change: Change, context: SpecIndex): NothingToBuild | null {
  for (const recognise of recognisers) {
    const found = recognise(change, context);
    if (found !== null) return found;
  }
  return null;
}
