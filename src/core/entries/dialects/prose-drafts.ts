import type { Draft, Surroundings } from "../dialect.ts";
import type { Block, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { featureUnits, storyUnits } from "./feature-units.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import { normativeStrength } from "./normative.ts";
import { askedItems, type Binds, bindingIn, ruleItems } from "./rule-items.ts";
import { ruleRows } from "./rule-rows.ts";
import { scopeOf, unique, wordSlug } from "./scope.ts";
import { placeInSections, sectionDrafts, type Sections } from "./section-drafts.ts";
import { type Sentence, sentences } from "../../markdown/sentences.ts";

/**
 * Sections and, inside them, one draft per list item or sentence that states a rule. A list item with such items below
 * it is a `group`: it says who acts or when. Sentences without a rule go with the rule before them in their paragraph.
 * `rows` are drafts found by other means (table rows); their lines are left alone.
 */
export function proseDrafts(scan: ScannedSource, around?: Surroundings, rows?: readonly Draft[]): Draft[] {
  const sections = sectionDrafts(scan, around);
  const claimed = rows ?? ruleRows(scan, sections);
  const names = new Map<string, number>();
  const covered = linesOf(claimed);
  const binds = bindingIn(scan);
  const versions = [scan, ...(around?.versions ?? []).map((version) => scanSource(version))];
  const isFormal = versions.some(statesManyRules);
  const kinds = isFormal ? ruleItems(scan, binds) : askedItems(scan, versions);
  const inner: Draft[] = claimed.map((draft) => ({ ...draft }));
  const name = (heading: number, text: string): string => {
    const section = sections.drafts[sections.byHeading.get(heading) ?? -1];
    return unique(`${section?.id ?? scopeOf(scan.path)}${section ? "/" : "#"}${wordSlug(text)}`, names);
  };
  for (const unit of features(scan, binds, covered, isFormal)) {
    const section = scan.headings[unit.heading]?.path ?? "";
    const { line, endLine, heading, title } = unit;
    const first = scan.lines[line - 1]?.content ?? "";
    const traits = { hasContentId: true };
    const place = { line, endLine, parent: -1, section, first, reflow: true };
    inner.push({ id: name(heading, title), kind: "feature", traits, ...place });
    for (let at = line; at <= endLine; at += 1) covered.add(at);
  }
  const draftOfItem = new Map<number, number>();
  scan.items.forEach((item, index) => {
    const kind = kinds.get(index);
    if (kind === undefined || covered.has(item.line)) return;
    const first = scan.lines[item.line - 1]?.content ?? "";
    draftOfItem.set(index, inner.length);
    const parent = draftOfItem.get(item.parent) ?? -1;
    const section = scan.headings[item.heading]?.path ?? "";
    const { line, endLine } = item;
    const traits = { hasContentId: true };
    inner.push({
      id: name(item.heading, first),
      kind,
      traits,
      line,
      endLine,
      parent,
      section,
      first,
      reflow: true,
    });
  });
  for (const block of scan.blocks) {
    if (block.kind !== "paragraph" || block.item >= 0 || block.quote > 0 || covered.has(block.line)) continue;
    inner.push(...statements(scan, block, name, (text) => binds(block.heading, text)));
  }
  return placeInSections(unwrapped(sections), inner);
}

/** A document of rules, whose lists are parts of them. */
const manyRules = 8;

function statesManyRules(scan: ScannedSource): boolean {
  return normativeStrength(scan).rules >= manyRules;
}

/** Features with no rule in them: rules are entries of their own. Of a document of rules only its stories. */
function features(scan: ScannedSource, binds: Binds, covered: ReadonlySet<number>, isFormal: boolean) {
  const rules = [0];
  for (const line of scan.lines) {
    const isRule = covered.has(line.number) || (line.kind === "text" && binds(line.heading, line.content));
    rules.push((rules.at(-1) ?? 0) + Number(isRule));
  }
  const find = isFormal ? storyUnits : featureUnits;
  return find(scan, (from, to) => (rules[to] ?? 0) > (rules[from - 1] ?? 0));
}

function unwrapped(sections: Sections): Sections {
  return { ...sections, drafts: sections.drafts.map((draft) => ({ ...draft, reflow: true })) };
}

function linesOf(drafts: readonly Draft[]): Set<number> {
  const lines = new Set<number>();
  for (const draft of drafts) for (let line = draft.line; line <= draft.endLine; line += 1) lines.add(line);
  return lines;
}

/** A paragraph's rules, each with the sentences that follow it; what stands before the first goes with the first. */
function statements(
  scan: ScannedSource,
  block: Block,
  name: (heading: number, text: string) => string,
  binds: (text: string) => boolean,
): Draft[] {
  const { text, lineAt } = joined(scan, block);
  if (!binds(text)) return [];
  const groups: Sentence[][] = [];
  let open: Sentence[] = [];
  let stated = false;
  for (const sentence of sentences(text)) {
    const rule = binds(sentence.text);
    if (rule && stated) {
      groups.push(open);
      open = [];
    }
    stated ||= rule;
    open.push(sentence);
  }
  if (open.length > 0) groups.push(open);
  const section = scan.headings[block.heading]?.path ?? "";
  return groups.map((group) => {
    const rule = group.find((sentence) => binds(sentence.text)) ?? group[0];
    const last = group.at(-1);
    const line = lineAt(group[0]?.start ?? 0);
    const endLine = lineAt((last?.start ?? 0) + Math.max((last?.text.length ?? 1) - 1, 0));
    const own = group.map((sentence) => sentence.text).join(" ");
    return {
      id: name(block.heading, rule?.text ?? ""),
      kind: "statement",
      traits: { hasContentId: true },
      line,
      endLine,
      parent: -1,
      section,
      first: null,
      text: own,
    };
  });
}

/** The paragraph with its soft breaks as spaces, and the line in which an offset of it stands. */
function joined(scan: ScannedSource, block: Block): { text: string; lineAt: (offset: number) => number } {
  const starts: number[] = [];
  let text = "";
  for (const line of scan.lines.slice(block.line - 1, block.endLine)) {
    if (text !== "") text += " ";
    starts.push(text.length);
    text += line.content.trim();
  }
  let cursor = 0;
  const lineAt = (offset: number): number => {
    if ((starts[cursor] ?? 0) > offset) cursor = 0;
    while (cursor + 1 < starts.length && (starts[cursor + 1] ?? Infinity) <= offset) cursor += 1;
    return block.line + cursor;
  };
  return { text, lineAt };
}
