import type { Recommendation } from "../decision/review.ts";
import type { Entry, SourceFile } from "../entries/entry.ts";
import { isPartOf } from "../decision/is-part-of.ts";
import { leadInsOf } from "../entries/lead-ins.ts";
import { linkedSections } from "../entries/linked-sections.ts";
import { fingerprint } from "../entries/fingerprint.ts";
import { pushTo } from "../push-to.ts";
import type { RequestedEntry } from "./code-request.ts";
import type { ChangedEntry } from "./context/change-query.ts";

/** What is said of an entry that did not change. */
export type EntryText = Pick<Entry, "id" | "parent" | "text">;

/** With where it stands, for whoever shows it. */
export type PlacedEntry = Pick<Entry, "id" | "kind" | "file" | "line" | "parent" | "text" | "status">;

/** Entries of both sides by ID. */
export interface SpecSides {
  readonly base: ReadonlyMap<string, EntryText>;
  readonly head: ReadonlyMap<string, PlacedEntry>;
}

const gone =
  "(This entry was taken out of the specification, and nothing takes its place: what was built from it is to be removed, with its tests.)";

/** The entries as the writer is given them. */
export function requestedEntries(
  recommendations: readonly Recommendation[],
  { base }: SpecSides,
): readonly RequestedEntry[] {
  return recommendations.map(({ change }) => {
    const text = textOf(change);
    return {
      id: change.id,
      text: change.after === null ? gone : text,
      previousText: previousText(change, base),
      fingerprint: fingerprint(text),
      file: change.file,
      line: change.line,
    };
  });
}

/** The entries as the ranking of context sees them. */
export function changedEntries(
  recommendations: readonly Recommendation[],
  { base, head }: SpecSides,
): readonly ChangedEntry[] {
  return recommendations.map(({ change }) => ({
    id: change.id,
    text: textOf(change),
    previousText: previousText(change, base),
    parent:
      change.parent === null ? null : { id: change.parent, text: head.get(change.parent)?.text ?? null },
    references: (change.after ?? change.before)?.references ?? [],
  }));
}

/** What is only to be read: entries around the requested ones, then the definitions that these link to. */
export function readingMatter(
  recommendations: readonly Recommendation[],
  sides: SpecSides,
  files: readonly SourceFile[],
): readonly { readonly id: string; readonly text: string }[] {
  const texts = recommendations.flatMap(({ change }) => change.after ?? []);
  const sections = linkedSections(texts, files, sides.head.values());
  return [
    ...neighbouringEntries(recommendations, sides),
    ...sections.map(({ name, text }) => ({ id: name, text })),
  ];
}

/**
 * What is only to be read: the words that the entries stand under, the parents, the criteria and scenarios that say what a requirement asks, what the
 * entries refer to, and those that begin with a term that they use in a code span, in that order, each once.
 */
export function neighbouringEntries(
  recommendations: readonly Recommendation[],
  { head }: SpecSides,
): readonly { readonly id: string; readonly text: string }[] {
  const own = new Set(recommendations.map(({ change }) => change.id));
  const parents = recommendations.flatMap(({ change }) => change.parent ?? []);
  const wholes = new Map(
    recommendations.flatMap(({ change }) => change.after ?? []).map((one) => [one.id, one]),
  );
  const parts = [...head.values()].filter((entry) => {
    const whole = entry.parent === null ? undefined : wholes.get(entry.parent);
    return whole !== undefined && isPartOf(entry, whole);
  });
  const referred = recommendations.flatMap(({ change }) => change.after?.references ?? []);
  const texts = [...wholes.values()].map(({ text }) => text);
  const around = [...parents, ...parts.map(({ id }) => id), ...referred, ...definitionsOf(texts, head)];
  const ids = [...new Set(around)].filter((id) => !own.has(id));
  const entries = ids.flatMap((id) => head.get(id) ?? []).map(({ id, text }) => ({ id, text }));
  return [...leadInsOf(recommendations.flatMap(({ change }) => change.after ?? [])), ...entries];
}

const shortestTerm = 5;
const maxDefinitions = 8;
/** What more entries begin with is what the whole specification is about. */
const fewAbout = 3;
/** What an entry is about, where it says so first: `flag metadata` of "> `flag metadata` MUST be a structure". */
const subject = /^[>\s*-]{0,8}(?:(?:the|an?)\s)?`([^`\n]{1,80})`\s/i;

function definitionsOf(texts: readonly string[], head: SpecSides["head"]): readonly string[] {
  const terms = new Set(
    texts
      .flatMap((text) => [...text.matchAll(/`([^`\n]{1,80})`/g)])
      .map(([, term = ""]) => term.toLowerCase())
      .filter((term) => term.length >= shortestTerm),
  );
  const about = new Map<string, string[]>();
  for (const { id, status, text } of head.values()) {
    const term = subject.exec(text)?.[1]?.toLowerCase() ?? "";
    if (status === "live" && terms.has(term)) pushTo(about, term, id);
  }
  return [...about.values()]
    .filter(({ length }) => length <= fewAbout)
    .flat()
    .slice(0, maxDefinitions);
}

function textOf(change: Recommendation["change"]): string {
  return (change.after ?? change.before)?.text ?? "";
}

/** Its own text before, or that of the entry it replaces. */
function previousText(change: Recommendation["change"], base: SpecSides["base"]): string | null {
  if (change.before !== null) return change.before.text;
  const replaced = change.replaces.flatMap((id) => base.get(id)?.text ?? []);
  return replaced.length === 0 ? null : replaced.join("\n\n");
}
