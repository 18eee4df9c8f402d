import type { Change, ChangeKind } from "./change.ts";
import { isEditorial, isLaidOutAlike } from "./editorial.ts";
import type { Entry, Spec } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { RedistributedText } from "./redistributed-text.ts";
import { localId } from "./local-id.ts";
import { matchEntries } from "./match-entries.ts";
import { RenumberedReferences } from "./renumbered-references.ts";
import { reorderedEntries } from "./reordered-entries.ts";
import { withRewordings } from "./reworded-statements.ts";
import { isRescoped } from "./scoping-title.ts";
import { pushTo } from "../push-to.ts";

interface Pair {
  readonly before: Entry;
  readonly after: Entry;
}

/** What changed from base to head, in document order of head; removed entries come last, in document order of base. */
export function diffSpecs(base: Spec, head: Spec): Change[] {
  const matches = withRewordings(matchEntries(entriesOf(base), entriesOf(head)));
  const { pairs, added, removed } = matches;
  const handed = new RedistributedText(matches);
  const moves = new Moves(pairs);
  const retiredBy = replacements(pairs);
  const changes: Change[] = [];
  for (const pair of pairs) {
    const change = changeOf(pair, moves, retiredBy);
    if (change && !(change.kind === "modified" && handed.explains(pair))) changes.push(change);
  }
  for (const after of added) {
    const kind = after.status === "retired" ? "retired" : "added";
    changes.push(makeChange(kind, null, after, false, retiredBy));
  }
  const order = new Map(head.files.map((file, i) => [file.path, i]));
  changes.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line);
  for (const before of removed) changes.push(makeChange("removed", before, null, false, retiredBy));
  return changes;
}

function entriesOf(spec: Spec): Entry[] {
  return spec.files.flatMap((file) => file.entries);
}

function changeOf(pair: Pair, moves: Moves, retiredBy: ReadonlyMap<string, string[]>): Change | null {
  const { before, after } = pair;
  const kind = kindOf(pair, moves);
  const moved = moves.moved(pair);
  return kind === null ? null : makeChange(kind, before, after, moved, retiredBy);
}

function kindOf(pair: Pair, moves: Moves): ChangeKind | null {
  const { before, after } = pair;
  if (before.status !== "retired" && after.status === "retired") return "retired";
  if (before.status === "retired" && after.status !== "retired") return "restored";
  if (before.id !== after.id && !isMadeUp(before, after))
    return moves.renumbered.namesOthers(pair) ? "modified" : "renamed";
  if (normaliseText(before.text) !== normaliseText(after.text) || !isLaidOutAlike(before.text, after.text)) {
    return isSameMeaning(pair, moves) ? "editorial" : "modified";
  }
  if (before.kind !== after.kind) return "modified";
  if (moves.moved(pair)) return "moved";
  return moves.reordered.has(after) ? "reordered" : null;
}

function isSameMeaning({ before, after }: Pair, { renumbered }: Moves): boolean {
  if (after.status === "retired" || isEditorial(before.text, after.text)) return true;
  return renumbered.explain({ before, after });
}

/** A new ID is no renaming where the author gave none, and where only the file in it changed. */
function isMadeUp(before: Entry, after: Entry): boolean {
  if (before.traits?.hasContentId && after.traits?.hasContentId) return true;
  return before.file !== after.file && localId(before) === localId(after);
}

function makeChange(
  kind: ChangeKind,
  before: Entry | null,
  after: Entry | null,
  moved: boolean,
  retiredBy: ReadonlyMap<string, string[]>,
): Change {
  const entry = after ?? before;
  if (!entry) throw new Error("A change needs an entry on one side.");
  const renamed = before && after && before.id !== after.id;
  return {
    id: entry.id,
    file: entry.file,
    line: entry.line,
    kind,
    moved,
    parent: entry.parent,
    previousId: renamed ? before.id : null,
    replaces: after ? (retiredBy.get(after.id) ?? []).filter((id) => id !== after.id) : [],
    before,
    after,
  };
}

/** IDs retired in this diff by the ID their tombstone names. */
function replacements(pairs: readonly Pair[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { before, after } of pairs) {
    if (before.status === "retired" || after.status !== "retired") continue;
    for (const id of after.replacedBy) pushTo(by, id, after.id);
  }
  return by;
}

/**
 * Which pairs changed file, parent or section; renamed files, parents and sections are no moves, but for a section that binds
 * otherwise now.
 */
class Moves {
  readonly reordered: ReadonlySet<Entry>;
  readonly renumbered: RenumberedReferences;
  private readonly ids = new Map<string, string>();
  private readonly sections: ReadonlyMap<string, string>;

  constructor(pairs: readonly Pair[]) {
    for (const { before, after } of pairs) this.ids.set(before.id, after.id);
    this.sections = sectionRenames(pairs);
    this.renumbered = new RenumberedReferences(pairs);
    this.reordered = reorderedEntries(pairs.filter((pair) => !this.moved(pair)));
  }

  moved({ before, after }: Pair): boolean {
    if (before.file !== after.file) return true;
    const parent = before.parent === null ? null : (this.ids.get(before.parent) ?? before.parent);
    if (parent !== after.parent && before.parent !== after.parent) return true;
    if (after.parent !== null || before.section === after.section) return false;
    if (isRescoped(before.section, after.section)) return true;
    return this.sections.get(`${before.file}\n${before.section}`) !== after.section;
  }
}

/** A section most of whose entries stand under one other heading at head was renamed. */
function sectionRenames(pairs: readonly Pair[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { before, after } of pairs) {
    if (before.file !== after.file) continue;
    const key = `${before.file}\n${before.section}`;
    const targets = counts.get(key) ?? new Map<string, number>();
    targets.set(after.section, (targets.get(after.section) ?? 0) + 1);
    counts.set(key, targets);
  }
  const renames = new Map<string, string>();
  for (const [section, targets] of counts) {
    const total = [...targets.values()].reduce((sum, count) => sum + count, 0);
    for (const [target, count] of targets) if (count * 2 > total) renames.set(section, target);
  }
  return renames;
}
