import type { Entry } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { levelOf } from "./level.ts";
import type { Matches } from "./match-entries.ts";
import { pushTo } from "../push-to.ts";
import { textSimilarity } from "./text-similarity.ts";

/** Most of the words: fewer say that another sentence took its place. */
const alike = 0.5;

/**
 * A rule that is called by its own words and was reworded so that it is none any more, as `MUST` became `will`, went into the text of
 * its section. Where one such rule went and one paragraph with most of its words came, both at the same place, the section was
 * changed by it, and nothing was removed.
 */
export function withRewordings(matches: Matches): Matches {
  const gone = childrenOf(matches.removed);
  if (gone.size === 0) return matches;
  const come = childrenOf(matches.added);
  const kept = childrenOf(matches.pairs.map(({ before }) => before));
  const keptNow = childrenOf(matches.pairs.map(({ after }) => after));
  const reworded = new Set<Entry>();
  const pairs = matches.pairs.map((pair) => {
    const [child, ...others] = gone.get(pair.before.id) ?? [];
    if (child?.traits?.hasContentId !== true || others.length > 0 || come.has(pair.after.id)) return pair;
    const around = [kept.get(pair.before.id) ?? [], keptNow.get(pair.after.id) ?? []] as const;
    const before = beforeRewording(pair, child, around);
    if (before === null) return pair;
    reworded.add(child);
    return { before, after: pair.after };
  });
  return { ...matches, pairs, removed: matches.removed.filter((entry) => !reworded.has(entry)) };
}

function childrenOf(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.parent !== null) pushTo(found, entry.parent, entry);
  return found;
}

/** The section as it was, with the rule in its place; null where it is not certain that it became the new paragraph. */
function beforeRewording(
  { before, after }: Matches["pairs"][number],
  child: Entry,
  [kept, keptNow]: readonly [readonly Entry[], readonly Entry[]],
): Entry | null {
  const [old, now] = [paragraphs(before), paragraphs(after)];
  const at = now.findIndex((words, i) => words !== old[i]);
  const words = now[at];
  if (words === undefined || old.join("\n") !== now.filter((_, i) => i !== at).join("\n")) return null;
  // What stays when a sentence is taken out says nothing in its place.
  if (textSimilarity(child.text, words) < alike || isWithin(words, child.text)) return null;
  const line = after.lines.find(({ text }) => isStartOf(text, words))?.line;
  if (line === undefined || above(before, kept, child.line) !== above(after, keptNow, line)) return null;
  const text = [...old.slice(0, at), child.text, ...old.slice(at)].join("\n\n");
  const lines = [...before.lines, ...child.lines].sort((a, b) => a.line - b.line);
  return { ...before, text, lines, level: levelOf(text) };
}

function paragraphs({ text }: Entry): readonly string[] {
  return text.split(/\n{2,}/);
}

function isWithin(words: string, text: string): boolean {
  return normaliseText(text).includes(normaliseText(words));
}

function isStartOf(line: string, paragraph: string): boolean {
  const words = normaliseText(line);
  return words !== "" && normaliseText(paragraph).startsWith(words);
}

/** How much of a section stands above a line of it. */
function above({ lines }: Entry, children: readonly Entry[], line: number): number {
  const own = lines.filter((one) => one.line < line && one.text.trim() !== "").length;
  return own + children.filter((child) => child.line < line).length;
}
