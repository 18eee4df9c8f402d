import type { Change } from "../entries/change.ts";
import type { Entry } from "../entries/entry.ts";
import { leadInText } from "../entries/lead-ins.ts";
import { codeForModel, entryForModel, markdownForModel, passageIn, type ShownText } from "../model-text.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { judgePromptVersion } from "./prompts/judge.ts";
import { type Passage, readChange } from "./reading.ts";

/** One changed entry as the judge sees it. Text only: no names of people, repositories or branches. */
export interface JudgeItem {
  readonly id: ShownText;
  readonly section: ShownText;
  readonly before: ShownText | null;
  readonly after: ShownText | null;
  /** The passages that differ, whole where the texts are cut. */
  readonly changed: { readonly added: readonly ShownText[]; readonly removed: readonly ShownText[] };
  readonly context: readonly ContextEntry[];
  readonly alsoChanged: readonly AlsoChanged[];
  readonly renamed: readonly ShownText[];
  readonly testData: number;
}

type Relation = "stands under" | "parent" | "referred to" | "child" | "sibling";

interface ContextEntry {
  readonly id: ShownText;
  readonly relation: Relation;
  readonly text: ShownText;
}

/** Another entry of the same change, by its first words. */
interface AlsoChanged {
  readonly id: ShownText;
  readonly change: Change["kind"];
  readonly opening: ShownText;
}

/** Characters that are shown of an entry, of what changed in it, and of everything around it. */
const maxOwn = 3000;
const maxChanged = 3000;
const maxContext = 3000;
const maxNeighbour = 600;
const maxOpening = 80;
const maxAlsoChanged = 6;
const maxRenamed = 5;

/** `renamed`: names that were exchanged throughout the change, as `old → new`. */
export function judgeItem(change: Change, context: SpecIndex, renamed: readonly string[] = []): JudgeItem {
  const { before, after } = change;
  const { fresh, gone } = readChange(change);
  const own = `${before?.text ?? ""}\n${after?.text ?? ""}`;
  return {
    id: markdownForModel(change.id),
    section: markdownForModel(((after ?? before)?.section ?? "").replace(call, "[…]")),
    before: before === null ? null : entryForModel(before.text, maxOwn),
    after: after === null ? null : entryForModel(after.text, maxOwn),
    changed:
      before === null || after === null
        ? { added: [], removed: [] }
        : { added: shownPassages(fresh, asWritten(after)), removed: shownPassages(gone, asWritten(before)) },
    context: contextOf(change, context),
    alsoChanged: alsoChanged(change, context),
    renamed: renamed
      .filter((pair) => pair.split(" → ").some((name) => own.includes(name)))
      .slice(0, maxRenamed)
      .map((pair) => codeForModel(pair)),
    testData: context.testData(change.id).length,
  };
}

/** A heading's footnote is not told with it. */
const call = /\[\^[^\]\s]{1,60}\]/g;

/** Whether words that came, or that went, are cut off before a judge sees them. */
export function isJudgedInPart(change: Change): boolean {
  const { before, after } = change;
  if (before === null || after === null) return ((after ?? before)?.text.length ?? 0) > maxOwn;
  const { fresh, gone } = readChange(change);
  return isCut(after, fresh) || isCut(before, gone);
}

function isCut(entry: Entry, passages: readonly Passage[]): boolean {
  if (entry.text.length <= maxOwn) return false;
  const whole = entryForModel(asWritten(entry));
  return (
    lengthOf(passages) > maxChanged || passages.some(({ span }) => passageIn(span.quote, whole) === null)
  );
}

function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { span }) => sum + span.quote.length, 0);
}

/** An entry with its heading and ID, in which its passages stand. */
function asWritten({ lines }: Entry): string {
  return lines.map(({ text }) => text).join("\n");
}

/** Passages of a text that the page shows where they stand. */
function shownPassages(passages: readonly Passage[], whole: string): ShownText[] {
  let room = maxChanged;
  const shown = entryForModel(whole);
  return passages.flatMap(({ span }) => {
    if (room <= 0) return [];
    const text = passageIn(span.quote, shown, room);
    room -= text?.length ?? 0;
    return text === null ? [] : [text];
  });
}

/** What it stands under, its parent, entries referred to, children, then siblings, as far as the room goes. */
function contextOf(change: Change, context: SpecIndex): ContextEntry[] {
  let room = maxContext;
  const shown: ContextEntry[] = [];
  const own = change.after ?? change.before;
  if (own?.leadIn !== undefined) {
    const text = entryForModel(leadInText(own), maxNeighbour);
    room -= text.length;
    shown.push({ id: markdownForModel(own.id), relation: "stands under", text });
  }
  for (const { entry, relation } of neighbours(change, context)) {
    const text = entryForModel(entry.text, maxNeighbour);
    room -= text.length + entry.id.length;
    if (room < 0) break;
    shown.push({ id: markdownForModel(entry.id), relation, text });
  }
  return shown;
}

function alsoChanged(change: Change, context: SpecIndex): AlsoChanged[] {
  return neighbours(change, context)
    .flatMap(({ entry }) => context.change(entry.id) ?? [])
    .slice(0, maxAlsoChanged)
    .map(({ id, kind, before, after }) => ({
      id: markdownForModel(id),
      change: kind,
      opening: entryForModel((after ?? before)?.text ?? "", maxOpening),
    }));
}

/** Entries around a change, nearest first, each once. The judge's quotes are looked for in these too. */
export function neighbours(
  change: Change,
  context: SpecIndex,
): readonly { readonly entry: Entry; readonly relation: Relation }[] {
  const entry = change.after ?? change.before;
  if (entry === null) return [];
  const near: readonly (readonly [Relation, readonly (Entry | undefined)[]])[] = [
    ["parent", entry.parent === null ? [] : [context.entry(entry.parent)]],
    ["referred to", entry.references.map((id) => context.entry(id))],
    ["child", context.children(entry.id)],
    ["sibling", context.siblings(entry)],
  ];
  const seen = new Set([entry.id]);
  return near.flatMap(([relation, entries]) =>
    entries.flatMap((one) => {
      if (one === undefined || seen.has(one.id)) return [];
      seen.add(one.id);
      return [{ entry: one, relation }];
    }),
  );
}

/**
 * What a judgement is kept under, as text to be hashed: the prompt's version, the model, the entry, its parent and what it
 * refers to. What else the change does is left out, so that a push that changes another entry judges that one only.
 */
export function judgeCacheText(item: JudgeItem, model: string): string {
  const decides = item.context.filter(({ relation }) => relation !== "child" && relation !== "sibling");
  const own = { ...item, context: decides, alsoChanged: [], renamed: [] };
  return JSON.stringify([judgePromptVersion, model, own]);
}
