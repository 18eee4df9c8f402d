import type { ListItem, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { plainHeading } from "./section-drafts.ts";
import { isStoryItem } from "./story-line.ts";

const listsFeatures =
  /\b(?:features|requirements|functionality|functional|capabilities|stories|use cases|must[- ]haves?|must|should[- ]haves?|should|could|nice[- ]to[- ]haves?|in scope|business rules|anforderungen|funktionen|exigences|fonctionnalités|requisitos|funcionalidades)\b|^[\s\d.]{0,8}(?:핵심 |주요 |필수 )?(?:(?:비?기능 ?)?요구 ?사항|기능)$|^[\s\d.、]{0,8}(?:主要|核心)?(?:非?機能要件|機能|要件|非?功能(?:性)?需求|功能(?:列表)?|需求)$/iu;
const notAsked =
  /\b(?:non-goals?|out of scope|won['’]?t|future|later|not in scope|excluded|risks?|questions|assumptions)\b/i;
const boldTitle = /^(?:\d{1,3}[.)]\s+)?(?:\*\*|__)([^*_\n]{2,120})(?:\*\*|__)/;
const label =
  /^(?:acceptance criteria|priority|description|user stor(?:y|ies)|notes?|out of scope|dependenc(?:y|ies)|status|owner|example|rationale|why|goals?)\b/i;

/** A feature of a document without IDs: its title, and the lines that say what it has. */
interface FeatureUnit {
  readonly line: number;
  readonly endLine: number;
  readonly heading: number;
  readonly title: string;
}

/**
 * What a product document lists as its features: the items of a list below a heading such as "Features" or "Requirements",
 * each with all that is nested in it, or the bold lines there with the lists behind them. `statesRule`: an item that is read
 * as a rule, or has one in it, is none.
 */
export function featureUnits(
  scan: ScannedSource,
  statesRule: (from: number, to: number) => boolean,
): FeatureUnit[] {
  const lists = scan.headings.map(({ text }) => isListOfFeatures(plainHeading(text)));
  const titled = titledUnits(scan, lists).filter(({ line, endLine }) => !statesRule(line, endLine));
  let next = 0;
  const items = scan.items.flatMap((item, at) => {
    while (next < titled.length && (titled[next]?.endLine ?? 0) < item.line) next += 1;
    const isInTitled = (titled[next]?.line ?? Infinity) < item.line;
    if (isInTitled || item.depth > 0 || item.quote > 0 || statesRule(item.line, item.endLine)) return [];
    const title = titleOf(scan, at, lists[item.heading] === true);
    return title === null ? [] : [unitOf(item, title)];
  });
  return [...titled, ...items];
}

/** What an item is called; null where it is no feature: a list of other things, and no bold title with what it has. */
function titleOf(scan: ScannedSource, at: number, isListed: boolean): string | null {
  const first = scan.lines[(scan.items[at]?.line ?? 0) - 1]?.content ?? "";
  const bold = boldTitle.exec(first.slice(0, 300))?.[1];
  const item = scan.items[at];
  if (isListed || (item !== undefined && isStoryItem(scan, item))) return bold ?? first;
  return scan.items[at + 1]?.parent === at ? (bold ?? null) : null;
}

/** What a document does not ask for, or not yet. */
export function listsNoDemand(title: string): boolean {
  return notAsked.test(title);
}

function isListOfFeatures(text: string): boolean {
  return text.length <= 120 && listsFeatures.test(text) && !notAsked.test(text);
}

/** Items of lists that tell a story, wherever they stand, unless they are read as a rule. */
export function storyUnits(
  scan: ScannedSource,
  statesRule: (from: number, to: number) => boolean,
): FeatureUnit[] {
  return scan.items.flatMap((item) => {
    if (item.depth > 0 || item.quote > 0 || !isStoryItem(scan, item)) return [];
    return statesRule(item.line, item.endLine)
      ? []
      : [unitOf(item, scan.lines[item.line - 1]?.content ?? "")];
  });
}

function unitOf({ line, endLine, heading }: ListItem, title: string): FeatureUnit {
  return { line, endLine, heading, title };
}

/** Paragraphs that are one bold line, each with what stands below it up to the next or to a heading. */
function titledUnits(scan: ScannedSource, lists: readonly boolean[]): FeatureUnit[] {
  const starts = scan.blocks.filter((block) => {
    if (block.kind !== "paragraph" || block.item >= 0 || block.quote > 0 || block.line !== block.endLine)
      return false;
    const content = scan.lines[block.line - 1]?.content.trim() ?? "";
    const title = boldTitle.exec(content.slice(0, 300));
    return (
      lists[block.heading] === true &&
      title?.[0] === content &&
      !label.test(title[1] ?? "") &&
      !content.includes(":")
    );
  });
  return starts.flatMap((block, at) => {
    const next = starts[at + 1];
    // A heading's own text ends where the next heading of any level begins.
    const heading = scan.headings[block.heading + 1];
    let endLine = Math.min(next?.line ?? Infinity, heading?.line ?? Infinity, scan.lines.length + 1) - 1;
    while (endLine > block.line && /^(?:blank|rule)$/.test(scan.lines[endLine - 1]?.kind ?? "")) endLine -= 1;
    const title = boldTitle.exec(scan.lines[block.line - 1]?.content ?? "")?.[1] ?? "";
    return endLine > block.line ? [{ line: block.line, endLine, heading: block.heading, title }] : [];
  });
}
