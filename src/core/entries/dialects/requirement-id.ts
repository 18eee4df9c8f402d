import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { familyOf, isOfOthers, isRequirementId, seriesIn, seriesOfHeadings } from "./id-families.ts";
import { shownPrefixes } from "./id-evidence.ts";
import { type IdPlace, isReferringFile } from "./id-place.ts";
import { idPlaces } from "./id-places.ts";
import { isShortFor } from "./short-for.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { statesRule } from "./normative.ts";
import { scopeOf } from "./scope.ts";
import { standingOf, tellsWhatWasDone } from "../standing.ts";
import { sectionAbove } from "./section-drafts.ts";
import { fileName } from "../../file-name.ts";

const story = /^((?:user )?story \d{1,3}(?:\.\d{1,3})?[a-z]?)\s*(?:[:：—–-]|$)/i;
const entity = /^\*\*([^*]{1,80}?):?\*\*/;

/** D4: IDs of letters and a number, by their shape and place; with spec-kit's user stories and key entities. */
export const requirementId: Dialect = {
  name: "requirement-id",
  describes:
    "IDs such as `FR-001`, `FR1`, `REQ_12` or `US-1` that open a bullet, heading, table row or paragraph, in any decoration; user stories and key entities (spec-kit, PRDs)",
  example: "- **FR-001**: The system MUST lock an account after five failed sign-ins.",
  recognises(source: SourceFile, standing): Confidence {
    const { defined, stories } = foundIn(scanSource(source));
    const name = fileName(source.path);
    const sure = defined.filter(({ draft: { id } }) => isRequirementId(id) || isFileOf(name, id));
    if (standing === "companion") return isSpecAsWell(sure, source.path) ? 0.9 : 0;
    if (sure.some((place) => place.rank >= 2 || saysSomething(place))) return 0.9;
    if (defined.some((place) => place.rank > 0 || saysSomething(place))) return 0.7;
    if (stories.length >= 2) return 0.6;
    return defined.length > 0 ? 0.5 : 0;
  },
  drafts(source: SourceFile) {
    const scan = scanSource(source);
    const scope = scopeOf(scan.path);
    const { defined, stories, entities } = foundIn(scan);
    const isWeakFile = isReferringFile(scan.path) || standingOf(scan.path) === "companion";
    const own = defined.map(({ draft, rank }) => ({
      ...draft,
      id: `${scope}#${draft.id}`,
      kind:
        /^US\d*$/i.test(familyOf(draft.id).prefix) && isHeading(scan, draft.line) ? "story" : "requirement",
      traits: traitsOf(draft.id),
      ...(isWeakFile || (rank === 0 && !statesRule(draft.text ?? draft.first ?? ""))
        ? { mayRefer: true }
        : {}),
    }));
    return nestByExtent([...own, ...stories, ...entities]);
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** A read-me or plan that states rules or lists requirements; a change log that names an ID tells what was done for it. */
function isSpecAsWell(sure: readonly IdPlace[], path: string): boolean {
  const written = sure.filter(({ rank }) => rank >= 2);
  if (written.some(isRule)) return true;
  return !tellsWhatWasDone(path) && written.filter(saysSomething).length >= 2;
}

/** Acceptance and success criteria belong to what they are criteria of. */
function traitsOf(id: string) {
  const isPart = /^(?:AC|SC)\b/i.test(id);
  return { isPart, isWhole: !isPart };
}

function isHeading(scan: ScannedSource, line: number): boolean {
  return scan.lines[line - 1]?.kind === "heading";
}

function isRule({ draft }: IdPlace): boolean {
  return statesRule(draft.text ?? draft.first ?? "");
}

function saysSomething({ draft }: IdPlace): boolean {
  return (draft.text ?? draft.first ?? "").split(/\s+/u).length >= 4;
}

interface Found {
  readonly defined: readonly IdPlace[];
  readonly stories: readonly Draft[];
  readonly entities: readonly Draft[];
}

const found = new WeakMap<ScannedSource, Found>();

/** Looked for once a source: to recognise the dialect and to read the entries. */
function foundIn(scan: ScannedSource): Found {
  const known = found.get(scan);
  if (known) return known;
  const defined = definitions(scan, idPlaces(scan));
  const result = { defined, stories: storyDrafts(scan), entities: entityDrafts(scan) };
  found.set(scan, result);
  return result;
}

/** An ID is defined at the surest of its places; at the others it is named. */
function definitions(scan: ScannedSource, places: readonly IdPlace[]): IdPlace[] {
  // A letter before a number in a table is a code of many things: an error, a grade, a column.
  const counted = places.filter(
    ({ isSetOff, isCertain, rank, draft }) =>
      isSetOff && (rank > 1 || isCertain === true || !/^\p{Lu}\d/u.test(draft.id)),
  );
  const headed = places.filter(({ rank }) => rank === 3).map(({ draft }) => draft.id);
  const series = new Set([
    ...seriesIn(counted.map(({ draft }) => draft.id)),
    ...seriesOfHeadings(headed),
    ...shownPrefixes(scan, counted),
  ]);
  const name = fileName(scan.path);
  const ids = places.filter(({ isCertain, draft: { id, text, section } }) => {
    if (isCertain === true && (!isOfOthers(id) || statesRule(text ?? "") || isNamedFor(id, section)))
      return true;
    return isRequirementId(id) || series.has(familyOf(id).prefix) || isFileOf(name, id);
  });
  const surest = new Map<string, number>();
  for (const { draft, rank } of ids) surest.set(draft.id, Math.max(rank, surest.get(draft.id) ?? 0));
  const taken = new Set<string>();
  return ids.filter(({ draft, rank }) => {
    const isFirst = !taken.has(`${draft.id} ${draft.line}`);
    taken.add(`${draft.id} ${draft.line}`);
    return isFirst && rank === surest.get(draft.id) && (rank > 0 || !hasEarlier(taken, draft));
  });
}

/** `WP-1` in a table of requirements below "Worker pool" is none of a work package. */
function isNamedFor(id: string, section: string): boolean {
  const { prefix, isJoined } = familyOf(id);
  return isJoined && section.split(" › ").some((title) => isShortFor(prefix, title));
}

/** `MASVS-AUTH-1.md` is about MASVS-AUTH-1, whatever its letters mean. */
function isFileOf(name: string, id: string): boolean {
  return (
    name.startsWith(id) && /^[-_. ]/.test(name.slice(id.length)) && familyOf(id).isJoined && !isOfOthers(id)
  );
}

/** Of several places that only refer to an ID, the first stands for it. */
function hasEarlier(taken: Set<string>, { id }: Draft): boolean {
  const key = `first ${id}`;
  if (taken.has(key)) return true;
  taken.add(key);
  return false;
}

function storyDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  return scan.headings.flatMap((heading) => {
    const id = heading.top && heading.level > 1 ? story.exec(heading.text)?.[1] : undefined;
    if (id === undefined) return [];
    const first = heading.text.slice(id.length).replace(/^[\s:：—–-]+/, "");
    const section = sectionAbove(scan, heading.parent);
    const extent = { line: heading.line, endLine: heading.sectionEnd };
    return [
      {
        id: `${scope}#${id}`,
        kind: "story",
        ...extent,
        parent: -1,
        section,
        first,
        traits: { isWhole: true },
      },
    ];
  });
}

/** Below a heading "Key Entities": bullets with a bold name. */
function entityDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  return scan.items.flatMap((item) => {
    const line = scan.lines[item.line - 1];
    const named = line && item.depth === 0 && item.quote === 0 ? entityOf(scan, line) : null;
    if (!line || named === null) return [];
    const section = sectionAbove(scan, line.heading);
    const extent = { line: item.line, endLine: item.endLine };
    const draft = { id: `${scope}#Entity: ${named}`, kind: "entity", ...extent, parent: -1, section };
    return [{ ...draft, first: line.content, traits: { isPart: true } }];
  });
}

function entityOf(scan: ScannedSource, line: ScannedLine): string | null {
  if (!/\bentit(?:y|ies)\b/i.test(scan.headings[line.heading]?.text ?? "")) return null;
  return entity.exec(line.content.slice(0, 200))?.[1] ?? null;
}
