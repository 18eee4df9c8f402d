import type { DesignFacts } from "./design-facts.ts";
import { siblingsOf } from "./feature-siblings.ts";
import { proseOfChange, proseOfFeature } from "./prose-of-feature.ts";
import { sentencesOf } from "./sentences.ts";

/** A sentence of the feature; `id` is the entry that it is of, or null. */
export interface SaidSentence {
  readonly id: string | null;
  readonly text: string;
  readonly place: { readonly file: string; readonly line: number } | null;
  /** It stands in another file of the change, which may speak of other things in the same words. */
  readonly isFar?: true;
}

/** All that a feature says, each sentence once: in the entries asked about, its other entries, and beside them. */
export function saidOfFeature(
  facts: Pick<
    DesignFacts,
    "sentences" | "home" | "members" | "review" | "entriesAtHead" | "specFiles" | "ownDesign"
  >,
): readonly SaidSentence[] {
  const places = new Map(facts.entriesAtHead.map(({ id, file, line }) => [id, { file, line }]));
  const placed = ({ id, text }: { readonly id: string; readonly text: string }): SaidSentence => ({
    ...{ id, text },
    place: places.get(id) ?? null,
  });
  const all = [
    ...facts.sentences.map(placed),
    ...sentencesOf(siblingsOf(facts)).map(placed),
    ...proseOfFeature(facts).map(({ text }) => ({ id: null, text, place: null })),
    ...proseOfChange(facts).map(({ text }) => ({ id: null, text, place: null, isFar: true as const })),
  ];
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}
