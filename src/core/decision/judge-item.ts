import type { Change } from "../spec/change.ts";
import type { Entry } from "../spec/entry.ts";
import type { SpecIndex } from "../spec/spec-index.ts";
import { judgePromptVersion } from "./prompts/judge.ts";

/** One changed entry as the judge sees it. Text only: no names of people, repositories or branches. */
export interface JudgeItem {
  readonly id: string;
  readonly section: string;
  readonly before: string | null;
  readonly after: string;
  readonly context: readonly { readonly id: string; readonly text: string }[];
  readonly testData: number;
}

/** Characters of an entry, and of everything around it, that are shown. */
const mostOwn = 4000;
const mostContext = 3000;
const mostNeighbour = 600;

export function judgeItem(change: Change, context: SpecIndex): JudgeItem {
  return {
    id: change.id,
    section: change.after?.section ?? "",
    before: change.before === null ? null : visible(change.before.text, mostOwn),
    after: visible(change.after?.text ?? "", mostOwn),
    context: contextOf(change, context),
    testData: context.testData(change.id).length,
  };
}

/** Parent, entries referred to, children, then siblings, as far as the room goes. */
function contextOf(change: Change, context: SpecIndex): { id: string; text: string }[] {
  let room = mostContext;
  const shown: { id: string; text: string }[] = [];
  for (const entry of neighbours(change, context)) {
    const text = visible(entry.text, mostNeighbour);
    room -= text.length + entry.id.length;
    if (room < 0) break;
    shown.push({ id: entry.id, text });
  }
  return shown;
}

/** Entries around a change, nearest first, each once. The judge's quotes are looked for in these too. */
export function neighbours(change: Change, context: SpecIndex): readonly Entry[] {
  const { after } = change;
  if (after === null) return [];
  const parent = after.parent === null ? undefined : context.entry(after.parent);
  const referred = after.references.map((id) => context.entry(id));
  const all = [parent, ...referred, ...context.children(after.id), ...context.siblings(after)];
  const once = new Map(all.filter((entry) => entry !== undefined).map((entry) => [entry.id, entry]));
  once.delete(after.id);
  return [...once.values()];
}

/** What a reader of the rendered page would see: no HTML comments, no invisible characters; bounded. */
export function visible(text: string, most: number): string {
  const shown = text
    .split("<!--")
    .map((part, i) => (i === 0 ? part : part.includes("-->") ? part.slice(part.indexOf("-->") + 3) : ""))
    .join("")
    .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, "");
  return shown.length <= most ? shown : `${shown.slice(0, most)} […]`;
}

/** Everything a judgement depends on, as text to be hashed: content and the prompt's version. */
export function judgeCacheText(item: JudgeItem, model: string): string {
  return JSON.stringify([judgePromptVersion, model, item]);
}
