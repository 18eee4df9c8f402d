import type { Heading, ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { type IdMark, idMarkOf, isWrittenId } from "./id-mark.ts";
import { familyOf, isRequirementId } from "./id-families.ts";
import { fieldsOf } from "./front-matter-fields.ts";
import { blank, type IdPlace, isReferringTitle, refers } from "./id-place.ts";
import { rowPlaces } from "./row-places.ts";
import { sectionAbove } from "./section-drafts.ts";

const labelLine =
  /^(?:[-*+]\s+)?[*_`[]{0,3}(?:(?:requirement|req|feature|story|user story|use case|rule|spec(?:ification)?|item|entry)[ _-]?)?(?:u?id|identifier|number|no|key|reference|ref)\.?[*_`\]]{0,3}\s*[:：=|][*_`]{0,3}\s*(.{1,100})$/iu;
const otherLabel =
  /^[*_`]{0,3}\p{L}{1,12}[ -]?(?:ID|番号|编号|編號)[*_`]{0,3}\s*[:：][*_`]{0,3}\s*(.{1,100})$/u;
const ending = /^(.*\S)\s*[([（【]\s*[`*_]{0,3}([^\s()[\]（）【】`*]{2,60})[`*_]{0,3}\s*[)\]）】][*_]{0,3}$/u;

/** All places of a file where an ID could be defined. */
export function idPlaces(scan: ScannedSource): IdPlace[] {
  return [
    ...filePlaces(scan),
    ...headingPlaces(scan),
    ...labelPlaces(scan),
    ...linePlaces(scan),
    ...scan.tables.flatMap((table) => rowPlaces(scan, table)),
  ];
}

/** `id: REQ-009` in front matter names the whole file. */
function filePlaces(scan: ScannedSource): IdPlace[] {
  const id = fieldsOf(scan).get("id") ?? fieldsOf(scan).get("uid");
  if (id === undefined || !isWrittenId(id)) return [];
  const title = scan.headings.find((heading) => heading.top);
  const line = title?.line ?? 1;
  const first = title === undefined ? null : withoutId(title.text, id);
  return [{ rank: 3, isSetOff: true, draft: { ...blank, id, line, endLine: scan.lines.length, first } }];
}

function withoutId(text: string, id: string): string {
  const mark = idMarkOf(text);
  return mark?.id === id ? mark.rest : text;
}

function headingPlaces(scan: ScannedSource): IdPlace[] {
  return scan.headings.flatMap((heading) => {
    if (!heading.top) return [];
    const mark = idMarkOf(heading.text.replace(/^(?:\d+(?:\.\d+)*\.?)\s+(?=[*[`(]*\p{Lu})/u, ""));
    if (mark !== null && heading.level === 1 && isProposal(scan, mark.id)) return [];
    if (mark !== null) {
      const place = headingPlace(scan, heading, mark.id, bareTitle(mark), 3, setsOff(mark));
      return [{ ...place, isLabel: mark.isLabel }];
    }
    if (heading.anchor !== null && isWrittenId(heading.anchor))
      return [headingPlace(scan, heading, heading.anchor, heading.text, 3, true)];
    const [, title = "", id = ""] = ending.exec(heading.text) ?? [];
    return isWrittenId(id) ? [headingPlace(scan, heading, id, title, 1, true)] : [];
  });
}

const argues =
  /^(?:\d+(?:\.\d+)*\.? )?(?:motivations?(?: .*)?|proposal|abstract|alternatives(?: considered)?|drawbacks|prior art|non-?goals(?:[ /].*)?)$/i;

/** `# ABC-0161: Title` above a motivation and alternatives is the number of a document, whose demands stand in its sections. */
function isProposal({ headings }: ScannedSource, id: string): boolean {
  return !isRequirementId(id) && headings.some(({ text, level }) => level > 1 && argues.test(text.trim()));
}

/** A heading sets an ID off that is all of it, or that is joined and followed by a title. */
function setsOff({ id, rest, isSetOff }: IdMark): boolean {
  return isSetOff || rest.trim() === "" || familyOf(id).isJoined;
}

function bareTitle({ rest }: IdMark): string {
  return rest
    .replace(/^[\s:：—–-]+/u, "")
    .trimEnd()
    .replace(/(?:\*\*|__)$/u, "")
    .trimEnd();
}

function headingPlace(
  scan: ScannedSource,
  heading: Heading,
  id: string,
  first: string,
  rank: 1 | 3,
  isSetOff: boolean,
): IdPlace {
  const section = sectionAbove(scan, heading.parent);
  const extent = { line: heading.line, endLine: heading.sectionEnd };
  const refersOnly = rank === 1 && refers.test(section);
  return { rank: refersOnly ? 0 : rank, isSetOff, draft: { ...blank, id, ...extent, section, first } };
}

/** `- Requirement ID: FR-010` near the beginning of a section names the section. */
function labelPlaces(scan: ScannedSource): IdPlace[] {
  const named = new Set<number>();
  return scan.lines.flatMap((line) => {
    const heading = scan.headings[line.heading];
    if (heading === undefined || named.has(line.heading) || line.number > heading.endLine + 12) return [];
    const id = labelledId(scan, line);
    if (id === null) return [];
    named.add(line.heading);
    return [headingPlace(scan, heading, id, heading.text, 3, true)];
  });
}

function labelledId(scan: ScannedSource, line: ScannedLine): string | null {
  if (line.quote > 0 || (line.kind !== "text" && line.kind !== "table")) return null;
  const content = line.kind === "table" ? cellPair(scan, line) : line.content;
  const found = labelLine.exec(content.slice(0, 200)) ?? otherLabel.exec(content.slice(0, 200));
  const id = found?.[1]?.replace(/[\s*_`[\]\\]+/gu, "") ?? "";
  return isWrittenId(id) ? id : null;
}

/** A row of two cells, as `key: value`. */
function cellPair(scan: ScannedSource, line: ScannedLine): string {
  const cells = line.content.split("|").map((cell) => cell.trim());
  const kept = cells.filter((cell) => cell !== "");
  return kept.length === 2 && scan.tables.length > 0 ? `${kept[0] ?? ""}: ${kept[1] ?? ""}` : "";
}

/** Bullets and paragraphs that an ID opens. */
function linePlaces(scan: ScannedSource): IdPlace[] {
  const places: IdPlace[] = [];
  let paragraph = -1;
  for (const line of scan.lines) {
    const mark = lineMark(scan, line);
    if (mark === null) continue;
    const inParagraph = scan.items[line.item]?.line !== line.number;
    const last = places.at(-1);
    if (inParagraph && line.block === paragraph && last)
      places[places.length - 1] = { ...last, draft: { ...last.draft, endLine: line.number - 1 } };
    paragraph = inParagraph ? line.block : -1;
    places.push(linePlace(scan, line, mark));
  }
  return places.map((place, at) => withWhatFollows(scan, place, places[at + 1]?.draft.line));
}

const titleOnly = /^(?:\*\*|__)[^*\n]{1,200}(?:\*\*|__)[:：.]?\s*$/;

/**
 * A paragraph that is no more than a title has what stands below it, up to the next ID, heading or ruler; one that ends in a
 * colon has the list, table or code behind it.
 */
function withWhatFollows(scan: ScannedSource, place: IdPlace, next = Infinity): IdPlace {
  const { line, endLine } = place.draft;
  const first = scan.lines[line - 1];
  if (first === undefined || first.item >= 0 || first.quote > 0) return place;
  const isTitle = line === endLine && titleOnly.test(first.content);
  if (!isTitle && !/[:：]\s*$/.test(scan.lines[endLine - 1]?.content ?? "")) return place;
  const ends = (follower: ScannedLine): boolean =>
    /^(?:heading|rule)$/.test(follower.kind) || (!isTitle && follower.kind === "text" && follower.item < 0);
  const below = scan.lines.slice(endLine, Math.min(next - 1, scan.lines.length));
  const until = below.findIndex(ends);
  const own = until < 0 ? below : below.slice(0, until);
  const last = own.filter(({ kind }) => kind !== "blank").at(-1);
  return last === undefined ? place : { ...place, draft: { ...place.draft, endLine: last.number } };
}

function lineMark(scan: ScannedSource, line: ScannedLine): IdMark | null {
  if (line.kind !== "text" || !mayOpen(line.content)) return null;
  const mark = idMarkOf(line.content);
  if (mark === null || mark.isSetOff) return mark;
  // A plain ID in mid-paragraph or in a quote is a mention that the line's wrapping put there.
  const opens = scan.items[line.item]?.line === line.number || opensBlock(scan, line);
  return line.quote === 0 && opens ? mark : null;
}

/** Words that begin a sentence and cannot follow a name: what stands before them is set off. */
const sentence = /^(?:The|An?|Every|Each|If|When|While|Where|After|Before|Only|No|All|Any)\s/;

function linePlace(scan: ScannedSource, line: ScannedLine, { id, rest, isSetOff, isLabel }: IdMark): IdPlace {
  const item = scan.items[line.item];
  const opened = item?.line === line.number ? item : undefined;
  const endLine = opened?.endLine ?? scan.blocks[line.block]?.endLine ?? line.number;
  const section = sectionAbove(scan, line.heading);
  const isMention = isReferring(scan.headings[line.heading]) || rest.trim() === "";
  const draft = { ...blank, id, line: line.number, endLine, section, first: rest };
  return { rank: isMention ? 0 : 2, isSetOff: isSetOff || sentence.test(rest), isLabel, draft };
}

/** A section that refers to entries; the title of a file only where it says no less than what such a file is called. */
function isReferring(heading: Heading | undefined): boolean {
  if (heading === undefined) return false;
  return heading.level === 1 ? isReferringTitle(heading.text) : refers.test(heading.text);
}

/** A cheap look before the exact one: the first letters of the line. */
function mayOpen(content: string): boolean {
  return (
    /\d/.test(content.slice(0, 90)) &&
    /^[*_`~[(【「<•+✓✔✗✘☐☑☒-]|^[\p{Lu}rfnua]|^\p{Extended_Pictographic}/u.test(content)
  );
}

function opensBlock(scan: ScannedSource, line: ScannedLine): boolean {
  return scan.blocks[line.block]?.line === line.number;
}
