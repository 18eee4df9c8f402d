import type { ExistingDesign } from "./design-place.ts";
import type { Recommendation, Review, WorkPackage } from "../decision/review.ts";
import type { Entry, SourceFile } from "../entries/entry.ts";
import type { Language } from "../code/language.ts";
import { parentsOf } from "../code/parents-of.ts";
import type { PlacedEntry } from "../code/requested-entries.ts";
import { featureFolder } from "./feature.ts";
import { entriesAround, type EntriesAround } from "./entries-around.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { isTemplate } from "./template.ts";
import { type SpecDefinition, specDefinitions } from "./spec-definitions.ts";

export interface DesignInput {
  readonly workPackage: Pick<WorkPackage, "slug" | "entries">;
  readonly review: Review;
  readonly targets: readonly { readonly name: string; readonly language: Language | null }[];
  /** Folder of design documents that have no place beside a feature's specification, without a slash at the end. */
  readonly folder: string;
  /** Whether the design of a feature with a folder of its own goes there; no where it is absent. */
  readonly beside?: boolean;
  /** Of core/entries: says whether an entry's text is still the same. */
  readonly fingerprint: (text: string) => string;
  /** Where a line of the spec can be read, from the document. */
  readonly link: (file: string, line: number) => string;
  /** Spec files at head, which hold the IDL. */
  readonly specFiles: readonly SourceFile[];
  /** All entries of the spec at head. */
  readonly entriesAtHead: readonly PlacedEntry[];
  /** The design that the team keeps of the feature itself, where there is one. */
  readonly ownDesign?: ExistingDesign | null;
  /** Questions that another design of the same run asks. */
  readonly askedElsewhere?: ReadonlySet<string>;
}

/** What a design document is written from. */
export interface DesignFacts extends DesignInput {
  /** The package's recommendations, in its order. */
  readonly members: readonly Recommendation[];
  /** Their entries as they stand: at head, or at base when removed. */
  readonly entries: readonly Entry[];
  /** The folder of the one feature that all members are of, or null. */
  readonly home: string | null;
  readonly around: EntriesAround;
  /** The entry that encloses an entry, or null. */
  readonly parentOf: (id: string) => string | null;
  /** Of the entries at head, and of their scenarios and criteria that are not of the package; not of templates. */
  readonly sentences: readonly Sentence[];
  readonly definitions: readonly SpecDefinition[];
}

export function designFacts(input: DesignInput): DesignFacts {
  const asked = questionFacts(input);
  const { members } = asked;
  const { specFiles: files, entriesAtHead } = input;
  const parentOf = parentsOf(entriesAtHead);
  return {
    ...input,
    ...asked,
    entries: members.flatMap(({ change }) => change.after ?? change.before ?? []),
    parentOf,
    definitions: specDefinitions({ entries: atHeadOf(members), files, parentOf }),
  };
}

type AskedFacts = Pick<
  DesignFacts,
  "review" | "specFiles" | "entriesAtHead" | "members" | "around" | "home" | "sentences"
>;

/** The part of the facts that the questions of a design are found in. */
export function questionFacts(
  input: Pick<DesignInput, "workPackage" | "review" | "specFiles" | "entriesAtHead">,
): AskedFacts {
  const { review, specFiles, entriesAtHead } = input;
  const own = new Set(input.workPackage.entries);
  const members = once(review.recommendations.filter(({ change }) => own.has(change.id)));
  const around = entriesAround(atHeadOf(members), entriesAtHead);
  const read = atHeadOf(members).flatMap((entry) => [entry, ...(around.parts.get(entry.id) ?? [])]);
  return {
    ...{ review, specFiles, entriesAtHead, members, around },
    home: homeOf(members),
    sentences: sentencesOf(withoutTemplates(read, specFiles)),
  };
}

function atHeadOf(members: readonly Recommendation[]): readonly Entry[] {
  return members.flatMap(({ change }) => change.after ?? []);
}

function withoutTemplates(
  entries: readonly PlacedEntry[],
  files: readonly SourceFile[],
): readonly PlacedEntry[] {
  const templates = new Set(files.filter(isTemplate).map(({ path }) => path));
  return entries.filter(({ file }) => !templates.has(file));
}

export function textOf({ change }: Recommendation): string {
  return (change.after ?? change.before)?.text ?? "";
}

/** A text that a file holds twice under one ID is one entry to decide about. */
function once(members: readonly Recommendation[]): readonly Recommendation[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const key = JSON.stringify([member.change.id, textOf(member).trim()]);
    return !seen.has(key) && seen.add(key);
  });
}

function homeOf(members: readonly Recommendation[]): string | null {
  const [home = null, ...more] = new Set(members.map(({ change }) => featureFolder(change.file)));
  return more.length === 0 ? home : null;
}
