/** Terms that leave the same thing open. */
export interface Family {
  /** Which kind of decision they leave open. */
  readonly kind: string;
  /** What the author could write to settle it; `{words}` stands for what was heard. Absent where no question fits each term. */
  readonly need?: string;
  /** Where the words stand that say of what a term is said: before a noun, or behind an adjective. */
  readonly phrase?: "before" | "behind";
  /** 1 is a hint, 2 speaks for itself. */
  readonly weight: 1 | 2;
  /** Why the terms are in: a rule of requirements engineering, or that several repositories' specs say them. */
  readonly source: string;
  /** In the notation of `anyOf`. */
  readonly terms: string;
}

export const guides = "ISO/IEC/IEEE 29148, 5.2.7; INCOSE Guide to Writing Requirements, R7 to R9 and R34";
export const repositories = "heard in the specs of at least two repositories";

/** A repository's own words: those that leave something open there, and those of its product that say nothing. */
export interface Glossary {
  readonly product: readonly string[];
  readonly vague: readonly string[];
  readonly heavy: readonly string[];
}

/** The source of these. */
export const ownWords = "the repository's configuration";

/** The families of a repository's own words. */
export function familiesOf({ vague, heavy }: Glossary): readonly Family[] {
  const source = ownWords;
  return [
    {
      kind: "fully-specified",
      need: "Say what exactly “{words}” asks for.",
      weight: 1 as const,
      source,
      terms: termsFrom(vague),
    },
    {
      kind: "fully-specified",
      need: "Say what is decided about “{words}”.",
      weight: 2 as const,
      source,
      terms: termsFrom(heavy),
    },
  ].filter(({ terms }) => terms !== "");
}

/** Words as written: signs of the notation stand for nothing. */
export function termsFrom(words: readonly string[]): string {
  return words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/[|/*~#]/g, " ")
        .replace(/ +/g, " ")
        .trim(),
    )
    .filter((word) => word !== "")
    .join("|");
}
