import { leavesNothingOpen } from "./design-document.ts";
import type { DesignFacts } from "./design-facts.ts";
import { designFiles } from "./is-design.ts";
import { localId } from "./local-id.ts";
import { askedBeside, openQuestions } from "./open-questions.ts";

/** Questions: how many, and where the first stands. */
export interface OpenPlace {
  readonly count: number;
  readonly file: string;
  readonly line: number;
}

/**
 * `design`: its files are themselves designs, which leave open what `open` says. `elsewhere`: another design of the run asks the
 * same. `nothing`: nothing is open; `asked` is what the specification asks itself and may answer elsewhere.
 */
export type NoDocument =
  | { readonly why: "design"; readonly files: readonly string[]; readonly open: OpenPlace | null }
  | { readonly why: "elsewhere" }
  | { readonly why: "nothing"; readonly ids: readonly string[]; readonly asked: OpenPlace | null };

/**
 * Why a feature gets no document, or null where it gets one: nothing is open in it, another document of the run asks the same, or
 * its file is itself a design. Who names entries gets what they have.
 */
export function whyNoDocument(facts: DesignFacts, isNamed: boolean): NoDocument | null {
  const files = isNamed ? [] : designFiles(facts);
  if (files.length > 0) return { why: "design", files, open: openIn(facts) };
  if (!leavesNothingOpen(facts)) return null;
  if (!leavesNothingOpen({ ...facts, askedElsewhere: new Set() })) return { why: "elsewhere" };
  if (isNamed || (facts.ownDesign ?? null) !== null) return null;
  const asked = askedBeside(facts);
  const place = asked[0]?.place ?? null;
  return {
    why: "nothing",
    ids: facts.members.map(({ change }) => localId(change.id)),
    asked: place === null ? null : { count: asked.length, ...place },
  };
}

/** How much a feature leaves open, and where the first stands. */
function openIn(facts: DesignFacts): OpenPlace | null {
  const open = openQuestions(facts);
  const [first] = open;
  if (first === undefined) return null;
  const own = facts.members.find(({ change }) => first.ids.includes(change.id))?.change;
  const place = first.place ?? own ?? facts.members[0]?.change;
  return place === undefined ? null : { count: open.length, file: place.file, line: place.line };
}
