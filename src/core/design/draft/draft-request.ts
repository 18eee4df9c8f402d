import type { ModelRequest } from "../../model-request.ts";
import { codeForModel, dataBlock, dataForModel, joinForModel, markdownForModel } from "../../model-text.ts";
import { type DesignFacts, textOf } from "../design-facts.ts";
import { foundSections } from "../found-sections.ts";
import { languageName, languagesOf } from "../../code/language.ts";
import { designPrompt } from "../prompts/design.ts";
import { draftJsonSchema } from "./design-draft.ts";

interface DraftFacts {
  readonly design: DesignFacts;
  /** Entries that are only to be read: parents and what the entries refer to. */
  readonly neighbours: readonly { readonly id: string; readonly text: string }[];
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
export function draftRequest({ design, neighbours, note }: DraftFacts): ModelRequest | null {
  const entries = design.members.map((member) => ({
    id: codeForModel(member.change.id),
    change: codeForModel(member.change.kind),
    text: markdownForModel(textOf(member)),
    previousText: member.change.before === null ? null : markdownForModel(member.change.before.text),
  }));
  const targets = design.targets.map(({ name, language }) => ({
    name,
    language: language === null ? null : languageName(language),
  }));
  const asked = joinForModel([
    dataBlock("entries", entries),
    dataBlock("found", dataForModel(foundSections(design), "markdown")),
    dataBlock(
      "targets",
      dataForModel({ targets, languages: languagesOf(design.targets).map(languageName) }, "code"),
    ),
    dataBlock("note", note === null ? null : markdownForModel(note, mostNote)),
  ]);
  const documents = neighbours.map((entry) => ({
    title: `neighbour: ${entry.id}`,
    text: dataBlock("neighbour", { id: codeForModel(entry.id), text: markdownForModel(entry.text) }),
  }));
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
