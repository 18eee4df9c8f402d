import type { Change } from "../entries/change.ts";
import type { Entry } from "../entries/entry.ts";
import { codeForModel, markdownForModel, type ShownText } from "../model-text.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { judgePromptVersion } from "./prompts/judge.ts";

/** One changed entry as the judge sees it. Text only: no names of people, repositories or branches. */
export interface JudgeItem {
  readonly id: ShownText;
  readonly section: ShownText;
  readonly before: ShownText | null;
  readonly after: ShownText;
  readonly context: readonly ContextEntry[];
  readonly testData: number;
}

type Relation = "parent" | "referred to" | "child" | "sibling";

interface ContextEntry {
  readonly id: ShownText;
  readonly relation: Relation;
  readonly text: ShownText;
}

/** Characters of an entry, and of everything around it, that are shown. */
const mostOwn = 4000;
const mostContext = 3000;
const mostNeighbour = 600;

export function judgeItem(change: Change, context: SpecIndex): JudgeItem {
  return {
    id: codeForModel(change.id),
    section: markdownForModel(change.after?.section ?? ""),
    before: change.before === null ? null : markdownForModel(change.before.text, mostOwn),
    after: markdownForModel(change.after?.text ?? "", mostOwn),
    context: contextOf(change, context),
    testData: context.testData(change.id).length,
  };
}

/** Parent, entries referred to, children, then siblings, as far as the room goes. */
function contextOf(change: Change, context: SpecIndex): ContextEntry[] {
  let room = mostContext;
  const shown: ContextEntry[] = [];
  for (const { entry, relation } of neighbours(change, context)) {
    const text = markdownForModel(entry.text, mostNeighbour);
    room -= text.length + entry.id.length;
    if (room < 0) break;
    shown.push({ id: codeForModel(entry.id), relation, text });
  }
  return shown;
}

/** Entries around a change, nearest first, each once. The judge's quotes are looked for in these too. */
export function neighbours(
  change: Change,
  context: SpecIndex,
): readonly { readonly entry: Entry; readonly relation: Relation }[] {
  const { after } = change;
  if (after === null) return [];
  const near: readonly (readonly [Relation, readonly (Entry | undefined)[]])[] = [
    ["parent", after.parent === null ? [] : [context.entry(after.parent)]],
    ["referred to", after.references.map((id) => context.entry(id))],
    ["child", context.children(after.id)],
    ["sibling", context.siblings(after)],
  ];
  const seen = new Set([after.id]);
  return near.flatMap(([relation, entries]) =>
    entries.flatMap((entry) => {
      if (entry === undefined || seen.has(entry.id)) return [];
      seen.add(entry.id);
      return [{ entry, relation }];
    }),
  );
}

/**
 * What a judgement is kept under, as text to be hashed: the prompt's version, the model, the entry, its parent and what it
 * refers to. Children and siblings are left out, so that a push that changes one of them judges that one only.
 */
export function judgeCacheText(item: JudgeItem, model: string): string {
  const decides = item.context.filter(({ relation }) => relation === "parent" || relation === "referred to");
  return JSON.stringify([judgePromptVersion, model, { ...item, context: decides }]);
}
