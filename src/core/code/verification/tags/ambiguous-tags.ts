import type { SourceFile } from "../../../entries/entry.ts";
import type { Cited, Place } from "../../../trace/trace-target.ts";
import { citedForm } from "../../../trace/cited-ids.ts";

interface Named {
  readonly id: string;
  readonly text: string;
}

/**
 * Gives each place to one entry where several are cited alike (`FR-001` of two features): to the one whose feature or
 * words stand around it, and to none where that does not tell. A place counts for one entry only.
 */
export function withoutAmbiguousTags(
  cited: ReadonlyMap<string, Cited>,
  entries: readonly Named[],
  files: readonly SourceFile[],
): ReadonlyMap<string, Cited> {
  const alike = new Map<string, Named[]>();
  for (const entry of entries)
    alike.set(citedForm(entry.id), [...(alike.get(citedForm(entry.id)) ?? []), entry]);
  const texts = new Map(files.map(({ path, text }) => [path, text.split("\n")]));
  const result = new Map(cited);
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    for (const entry of group) {
      const { source, tests } = cited.get(entry.id) ?? { source: [], tests: [] };
      const keep = (place: Place): boolean => ownerOf(place, group, texts.get(place.file) ?? []) === entry.id;
      const kept = { source: source.filter(keep), tests: tests.filter(keep) };
      if (kept.source.length + kept.tests.length > 0) result.set(entry.id, kept);
      else result.delete(entry.id);
    }
  }
  return result;
}

function ownerOf({ file, line }: Place, group: readonly Named[], lines: readonly string[]): string | null {
  const around = lines
    .slice(Math.max(0, line - 3), line + 14)
    .join("\n")
    .toLowerCase();
  const own = `${file} ${lines[line - 1] ?? ""}`.toLowerCase();
  const whole = lines.join("\n").toLowerCase();
  const scored = group
    .map(({ id, text }) => ({ id, score: scoreOf(id, text, { own, around, whole }) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first === undefined || first.score === 0 || first.score === second?.score ? null : first.id;
}

function scoreOf(
  id: string,
  text: string,
  { own, around, whole }: { own: string; around: string; whole: string },
): number {
  const feature =
    id
      .slice(0, Math.max(0, id.lastIndexOf("#")))
      .split("/")
      .at(-1) ?? "";
  const slug = feature
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const values = [...text.matchAll(/`([^`\n]{2,60})`|"([^"\n]{2,60})"|\b(\d{2,})\b/g)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase(),
  );
  const words = new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? []);
  return (
    (feature !== "" && own.includes(feature.toLowerCase()) ? 50 : 0) +
    10 * slug.filter((word) => own.includes(word)).length +
    6 * values.filter((value) => around.includes(value)).length +
    3 * slug.filter((word) => whole.includes(word)).length +
    Math.min(5, [...words].filter((word) => around.includes(word)).length)
  );
}
