import type { Change } from "../entries/change.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { byKind } from "./no-work/by-kind.ts";
import { carriedByChildren } from "./no-work/carried-by-children.ts";
import { contentsOnly, documentHead, saysNothing, unfilledTemplate } from "./no-work/document-matter.ts";
import { exchangedName } from "./no-work/exchanged-name.ts";
import { explainingFootnote } from "./no-work/footnote.ts";
import { movedSentence } from "./no-work/moved-sentence.ts";
import { nonNormativeSection, noteOnly, testOnly } from "./no-work/non-normative.ts";
import { placeMatters } from "./no-work/placement.ts";
import type { NoWork, Proof } from "./no-work/proof.ts";
import { referenceCell } from "./no-work/reference-cell.ts";
import { removedColumn } from "./no-work/removed-column.ts";
import { sameDemand } from "./no-work/same-demand.ts";

const proofs: readonly Proof[] = [
  byKind,
  sameDemand,
  contentsOnly,
  unfilledTemplate,
  documentHead,
  saysNothing,
  carriedByChildren,
  nonNormativeSection,
  testOnly,
  noteOnly,
  explainingFootnote,
  movedSentence,
  exchangedName,
  removedColumn,
  referenceCell,
];

/** What proves that a change leaves nothing to build, or null: then somebody has to read it. The first proof stands. */
export function nothingToBuild(change: Change, context: SpecIndex): NoWork | null {
  // A tombstone asks for nothing wherever it stands.
  if (change.after?.status !== "retired" && placeMatters(change, context)) return null;
  for (const proof of proofs) {
    const found = proof(change, context);
    if (found !== null) return found;
  }
  return null;
}
