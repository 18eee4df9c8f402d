import type { ModelRequest } from "../../model-request.ts";
import {
  codeForModel,
  dataBlock,
  dataForModel,
  fileForModel,
  joinForModel,
  entryForModel,
  markdownForModel,
  passageIn,
  type ModelData,
} from "../../model-text.ts";
import type { Recommendation } from "../../decision/review.ts";
import type { Span } from "../../entries/entry.ts";
import type { ContextFile } from "../../code/target.ts";
import { siblingsOf } from "../feature-siblings.ts";
import { type DesignFacts, textOf } from "../design-facts.ts";
import { foundSections } from "../found-sections.ts";
import { languageName, languagesOf } from "../../code/language.ts";
import { designPrompt } from "../prompts/design.ts";
import { draftJsonSchema } from "./design-draft.ts";

export interface DraftFacts {
  readonly design: DesignFacts;
  /** Entries that are only to be read: parents and what the entries refer to. */
  readonly neighbours: readonly { readonly id: string; readonly text: string }[];
  /** Code of the targets as it stands, best first; absent or empty where no target was read. */
  readonly code?: readonly ContextFile[];
  /** What the person who asked added after `--`. */
  readonly note: string | null;
}

/** Characters of entries and neighbours that one request may hold; a larger package is not drafted in one go. */
const mostCharacters = 160_000;
const mostNote = 4_000;

/**
 * The request for a draft of a design document. Pure: the same facts give the same bytes. Null when the entries are too
 * many for one request.
 */
export function draftRequest({ design, neighbours, note, code = [] }: DraftFacts): ModelRequest | null {
  const seen = asShown(design);
  const entries = seen.members.map((member) => ({
    id: markdownForModel(member.change.id),
    change: codeForModel(member.change.kind),
    text: entryForModel(textOf(member)),
    previousText: member.change.before === null ? null : entryForModel(member.change.before.text),
    review: reviewOf(member),
  }));
  const targets = design.targets.map(({ name, language }) => ({
    name,
    language: language === null ? null : languageName(language),
  }));
  const asked = joinForModel([
    dataBlock("entries", entries),
    dataBlock(
      "siblings",
      siblingsOf(design)
        .filter(({ id }) => !neighbours.some((one) => one.id === id))
        .map(({ id, change, text }) => ({
          ...{ id: markdownForModel(id), change: codeForModel(change) },
          text: entryForModel(text),
        })),
    ),
    dataBlock("found", dataForModel(foundSections(seen), "markdown")),
    dataBlock(
      "targets",
      dataForModel({ targets, languages: languagesOf(design.targets).map(languageName) }, "code"),
    ),
    dataBlock("note", note === null ? null : markdownForModel(note, mostNote)),
  ]);
  const documents = [
    ...code.map(({ path, text }) => ({
      title: `file: ${path}`,
      text: dataBlock("file", { path: codeForModel(path), text: fileForModel(path, text) }),
    })),
    ...neighbours.map((entry) => ({
      title: `neighbour: ${entry.id}`,
      text: dataBlock("neighbour", { id: markdownForModel(entry.id), text: entryForModel(entry.text) }),
    })),
  ];
  const size = documents.reduce((sum, { text }) => sum + text.length, asked.length);
  if (size > mostCharacters) return null;
  return {
    purpose: "design",
    system: designPrompt,
    documents,
    messages: [{ role: "user", content: [{ type: "text", text: asked }] }],
    tools: [],
    outputSchema: draftJsonSchema,
    maxOutputTokens: 16_000,
  };
}

/** As a reader sees the entries: found sections quote them as code, in which nothing is taken away any more. */
function asShown(design: DesignFacts): DesignFacts {
  const shown = <T extends { readonly text: string }>(each: T): T => ({
    ...each,
    text: entryForModel(each.text),
  });
  return {
    ...design,
    entries: design.entries.map(shown),
    sentences: design.sentences.map(shown),
    members: design.members.map(withShownEvidence),
  };
}

/** Of the passages that speak, those of which every word is shown with the entry: a line of a drawing's source looks like prose. */
function withShownEvidence(member: Recommendation): Recommendation {
  const shown = entryForModel(`${member.change.id} ${textOf(member)}`);
  const asShown = (span: Span): Span[] => {
    const quote = passageIn(span.quote, shown);
    return quote === null ? [] : [{ ...span, quote }];
  };
  const criteria = member.criteria.map((one) => ({ ...one, evidence: one.evidence.flatMap(asShown) }));
  return { ...member, criteria };
}

/** What the review says of an entry: why it needs a design, in which of its words, and what is missing. */
function reviewOf({ reason, criteria, needs }: Recommendation): ModelData {
  const open = criteria.filter(({ verdict }) => verdict !== "no");
  return {
    reason: markdownForModel(reason),
    open: open.slice(0, 8).map(({ because, evidence: [first] }) => ({
      why: markdownForModel(because, 400),
      quote: first === undefined ? null : markdownForModel(first.quote, 400),
    })),
    needs: needs.slice(0, 8).map((need) => markdownForModel(need, 400)),
  };
}

/** The texts that a draft may take words and numbers from, besides the entries themselves. */
export function shownTexts({ design, neighbours, note, code = [] }: DraftFacts): readonly string[] {
  return [
    ...neighbours.map(({ text }) => text),
    ...siblingsOf(design).map(({ text }) => text),
    ...code.flatMap(({ path, text }) => [path, text]),
    ...(note === null ? [] : [note]),
    ...design.targets.map(({ name }) => name),
  ];
}
