import { documentOf } from "../core/design/design-document.ts";
import type { DesignFacts } from "../core/design/design-facts.ts";
import { type CheckedDraft, problemsOf } from "../core/design/draft/design-draft.ts";
import { type DraftFacts, draftRequest, shownTexts } from "../core/design/draft/draft-request.ts";
import { withOpenDecisions } from "../core/design/team-design.ts";
import type { ContextFile } from "../core/code/target.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import type { FileChange } from "../core/code/file-change.ts";
import { type PlacedEntry, neighbouringEntries } from "../core/code/requested-entries.ts";
import { noDraftWords } from "../core/message/design-checks.ts";
import { plural } from "../core/message/wording.ts";
import type { ModelRequest } from "../core/model-request.ts";
import { draftDeadline, draftDesign } from "../shell/designer/draft-design.ts";
import type { ModelPort } from "../shell/ports.ts";
import { parseCheck } from "../shell/writer/parse-check.ts";
import { startProgress } from "./progress.ts";

/** One design to be written, with all entries of the spec at head. */
export interface LocalDesign {
  readonly facts: DesignFacts;
  readonly entries: readonly PlacedEntry[];
  /** The design of the feature that the team keeps itself, or null. */
  readonly own: SourceFile | null;
  /** Code of the targets as it stands, best first. */
  readonly code: readonly ContextFile[];
}

/** What a run needs besides a clone: a test gives a scripted model and listens. */
interface DraftTools {
  readonly model: ModelPort;
  /** Lines for standard error. */
  readonly note: (line: string) => void;
}

/** The exact bodies of the requests that `--draft` would send first, one per design; nothing is sent. */
export async function draftRequestBodies(
  designs: readonly LocalDesign[],
  note: string | undefined,
): Promise<readonly object[]> {
  const { readModelSettings } = await import("../settings.ts");
  const { anthropicRequest } = await import("../shell/model/anthropic-request.ts");
  const { writer } = readModelSettings();
  return designs.flatMap((design) => {
    const request = requestOf(design, note);
    return request === null ? [] : [anthropicRequest(request, writer)];
  });
}

/** The documents as the model drafts them; one that it does not draft holds what the spec itself says, and it is said why. */
export async function draftLocally(
  designs: readonly LocalDesign[],
  note: string | undefined,
  tools: DraftTools,
): Promise<readonly FileChange[]> {
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  process.once("SIGINT", abort);
  try {
    const files: FileChange[] = [];
    for (const design of designs)
      files.push(...localDocument(design, await drafted(design, note, tools, stop.signal), tools.note));
    return files;
  } finally {
    process.removeListener("SIGINT", abort);
  }
}

/**
 * The document of a feature; where the team keeps a design itself, only what to add to it, under the feature's name, and it
 * is said so.
 */
export function localDocument(
  { facts, own }: LocalDesign,
  draft: CheckedDraft | null,
  note: (line: string) => void,
): readonly FileChange[] {
  if (own === null) return [documentOf(facts, draft)];
  const { slug } = facts.workPackage;
  const added = withOpenDecisions(own, facts, draft);
  note(
    added === null
      ? `${slug}: ${own.path} is its design, and the entries leave no question open.`
      : `${slug}: ${own.path} is its design: no other is written, only what to add to it.`,
  );
  return added === null
    ? []
    : [
        {
          path: `${facts.folder}/${slug}.md`,
          content: (added.content ?? "").slice(own.text.trimEnd().length).trimStart(),
        },
      ];
}

async function drafted(
  design: LocalDesign,
  said: string | undefined,
  { model, note }: DraftTools,
  signal: AbortSignal,
): Promise<CheckedDraft | null> {
  const { facts, entries } = design;
  const { slug } = facts.workPackage;
  const request = requestOf(design, said);
  if (request === null) {
    note(`${slug}: not drafted: ${noDraftWords["too-large"]}`);
    return null;
  }
  const progress = startProgress();
  progress.step(`the model drafts ${slug}`);
  const outcome = await draftDesign({
    ...{ request, facts, model, signal, parse: parseCheck, deadline: draftDeadline },
    all: entries.map(({ id }) => id),
    shown: shownTexts(askedOf(design, said)),
    once: (_key, effect) => effect(),
    onError: (error) => {
      if (error instanceof Error) note(error.message);
    },
  }).finally(() => {
    progress.end();
  });
  if (outcome.outcome === "none") {
    note(`${slug}: not drafted: ${noDraftWords[outcome.why]}`);
    return null;
  }
  const { usage, draft } = outcome;
  const cost = usage.costUsd === null ? "cost unknown" : `$${usage.costUsd.toFixed(2)}`;
  note(`${slug}: ${usage.model}, ${cost}, ${plural(problemsOf(draft).length, "failed check")}`);
  return draft;
}

function requestOf(design: LocalDesign, note: string | undefined): ModelRequest | null {
  return draftRequest(askedOf(design, note));
}

function askedOf({ facts, entries, code }: LocalDesign, note: string | undefined): DraftFacts {
  const head = new Map(entries.map((entry) => [entry.id, entry]));
  const neighbours = neighbouringEntries(facts.members, { base: new Map(), head });
  return { design: facts, neighbours, note: note ?? null, code };
}
