import type { Change } from "../../entries/change.ts";
import type { Entry } from "../../entries/entry.ts";
import { bindingOf, holderOf } from "../../entries/scoping-title.ts";
import { readChange } from "../reading.ts";
import { noWork, type Proof } from "./proof.ts";

/** A heading, an announcement or a story that sets no rule itself: its children, judged by themselves, carry the rules. */
export const carriedByChildren: Proof = (change, context) => {
  const { after, kind } = change;
  const children = after === null || kind === "restored" ? [] : context.children(after.id);
  if (after === null || children.length === 0) return null;
  const changed = children.flatMap((child) => context.change(child.id) ?? []);
  const why = saidByChildren(change, after, { changed, areAll: changed.length === children.length });
  return why === null ? null : noWork(why);
};

const announces = "Announces its children, which carry the behaviour.";

interface Children {
  readonly changed: readonly Change[];
  /** Each of them changed, and so is judged itself. */
  readonly areAll: boolean;
}

function saidByChildren(change: Change, after: Entry, { changed, areAll }: Children): string | null {
  const { before } = change;
  const text = ownText(after);
  const isNew = before === null;
  if (isCondition(after, text, isNew && changed.length > 0))
    return "States a condition; its children carry the behaviour.";
  if (isTitle(text)) return saysTheSame(change, changed) ? asTitle(text) : null;
  if (after.kind === "section" && isNew && isCaption(text))
    return "Says what its children are about; they carry the behaviour.";
  // A summary whose children stay as they are may say something that they do not.
  if (isStory(text) && (isNew || areAll || (changed.length > 0 && !hasOtherActor(change))))
    return "A story; its criteria carry the behaviour.";
  return isAnnouncement(text) && announcedBefore(change) && !countsOtherwise(change) ? announces : null;
}

function asTitle(text: string): string {
  return text.endsWith(":") ? announces : "A heading; its children carry the behaviour.";
}

/**
 * Whether what a heading said before is said: its title binds as it did, for those for whom it did unless its children say so,
 * and what stood below it stands in its children.
 */
function saysTheSame(change: Change, changed: readonly Change[]): boolean {
  const { before, after } = change;
  if (before === null || after === null) return true;
  const [old, now] = [ownText(before), ownText(after)];
  if (!isTitle(old)) return tookAlong(change, changed);
  if (bindingOf(old) !== bindingOf(now)) return false;
  return changed.length > 0 || holderOf(old) === holderOf(now);
}

function isCondition({ kind }: Entry, text: string, isNewWithChildren: boolean): boolean {
  return kind === "condition" || (isNewWithChildren && isBareCondition(text));
}

/** `If the list is empty`, with what is done then in its children: no comma or verb of a demand ends the clause. */
function isBareCondition(text: string): boolean {
  return (
    /^(?:if|when|while|unless|where|for each)\b[^.;!?\n]{1,240}$/i.test(text.replace(/`[^`\n]*`/g, "x")) &&
    (text.endsWith(":") || !/[,]/.test(text)) &&
    !/\b(?:must|shall|should|may|will|then|returns?|throws?|sends?)\b/i.test(text)
  );
}

const groups = /^(?:#{1,6}\s|(?:[-*+]\s{1,9})?(?:acceptance criteria|acceptance scenarios|scenarios):?$)/i;

/** Without headings, emphasis, the lines that only group and the headers of tables whose rows are entries. */
function ownText({ text }: Pick<Entry, "text">): string {
  return withoutEmptyTables(text)
    .replace(/\*{2}/g, "")
    .split("\n")
    .filter((line) => !groups.test(line.trim()))
    .join("\n")
    .trim();
}

function withoutEmptyTables(text: string): string {
  const lines = text.split("\n");
  const isRow = (line: string | undefined): boolean => line?.trimStart().startsWith("|") === true;
  const isDelimiter = (line: string | undefined): boolean => /^\s*\|[\s|:-]{1,400}$/.test(line ?? "");
  return lines
    .filter((line, at) => {
      const start = isDelimiter(line) ? at - 1 : at;
      return !(isRow(lines[start]) && isDelimiter(lines[start + 1]) && !isRow(lines[start + 2]));
    })
    .join("\n");
}

const speaksOfData =
  "name|describe|represent|hold|contain|list|group|define|identif(?:y|ie)|specif(?:y|ie)|give|say|tell|model|denote|document|introduce|indicate";
const caption = new RegExp(
  `^(?:\\p{Lu}[^\\n]{1,80}\\n+)?(?:(?:an?|the|this|these) (?:[a-z-]{1,30} ){0,4}(?:object|section|table|type|structure|record|element|entity|fields?|attributes|properties) (?:that |which )?)?(?:${speaksOfData})(?:e?s|ing)? [^.\\n\`]{1,120}\\.?$`,
  "iu",
);
const maxCaptionWords = 16;

/** One sentence that says what the section's data are, without a rule, a number or a sign. */
function isCaption(text: string): boolean {
  const sentence = text.split(/\n+/).at(-1) ?? "";
  return (
    caption.test(text) &&
    sentence.split(/\s+/).length <= maxCaptionWords &&
    !/\b(?:must|shall|should|may|can|cannot|not|never|no|always|only|unless|if|when|until|except|without)\b|\d|[`=<>|]/i.test(
      sentence,
    )
  );
}

const maxTitleWords = 8;
const rule =
  /\b(?:must|shall|should|may|can|cannot|will|not|never|always|only|is|are|has|have|be|returns?|sends?|throws?|requires?|allows?|uses?|sets?|adds?|removes?|emits?|contains?|supports?|provides?|does|do)\b|[=<>≥≤→{}]|\d/i;

/** A few words without a verb, number or sign, not ended as a sentence; a colon may announce the children. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return true;
  const title = text.replace(/^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s/, "");
  return (
    words.length <= maxTitleWords &&
    !/[.;!?`"|]/.test(title) &&
    !title.includes("\n") &&
    !rule.test(title) &&
    /^[\p{Lu}*_#[]/u.test(title)
  );
}

const story =
  /^(?:[^\n.:]{1,80}\n+)?(?:user story\W{1,6})?as an? [^.]{1,200}?,?\s?i (?:want|need|can|would like|wish)\b/i;

/** One wish, and nothing after it but why it was made. */
function isStory(written: string): boolean {
  const text = written.replace(/^[ \t]{0,9}[-*+]\s{1,9}/gm, "");
  if (!story.test(text)) return false;
  return !/\b(?:must|shall|should|may not|cannot)\b|`/i.test(text) && text.split(/\n{2,}/).length <= 2;
}

/** Whether each passage that went came to a child, word by word. */
function tookAlong(change: Change, changed: readonly Change[]): boolean {
  const come = new Set(changed.flatMap((child) => readChange(child).fresh.map(({ bare }) => bare)));
  return readChange(change).gone.every(({ bare }) => come.has(bare));
}

/** A story told by somebody else: criteria that stay may hold for others now. */
function hasOtherActor({ before, after }: Change): boolean {
  const actor = (entry: Entry | null): string =>
    /\bas an? ([^,.\n]{1,200}?),?\s+i /i.exec(ownText(entry ?? { text: "" }))?.[1]?.toLowerCase() ?? "";
  return before !== null && actor(before) !== actor(after);
}

const announcing =
  /^[^.;!?\n]{0,160}\b(?:the following|as follows|consists? of|has the following|these|attributes?(?: of [^.:]{1,40})?(?: are)?|following)\b[^.;!?\n]{0,80}:$/i;

const pointsBelow =
  /^(?:[^.\n]{1,80}\n+)?[^.;:!?\n]{1,80} (?:is|are|described|detailed|listed|explained|specified|defined|covered) (?:\w{4,12} )?in (?:(?:their|its) own|the|these|separate) (?:following )?(?:sub-?)?sections?(?: below)?\.$/i;

/** One line that ends in a colon and promises a list, or that leaves all to the sections below. */
function isAnnouncement(text: string): boolean {
  if (pointsBelow.test(text.trim())) return true;
  return (
    announcing.test(text.trim()) &&
    !/\b(?:must|shall|should|not|never|only|unless|if|when|any|either|one) (?!the following attributes)/i.test(
      text.replace(/\bof the following\b/gi, ""),
    )
  );
}

/** Whether the line says the same, or is new together with its children. */
function announcedBefore({ before }: Change): boolean {
  return before === null || isAnnouncement(ownText(before));
}

/** `any of the following` for `all of the following`, an order, a condition: the rule of a list. */
function countsOtherwise({ before, after }: Change): boolean {
  const words = (text: string): string =>
    (
      text
        .toLowerCase()
        .match(
          /\b(?:all|any|each|every|one|either|both|none|order|sequence|first|optional|required|exactly|at least|at most)\b/g,
        ) ?? []
    ).join(" ");
  return before !== null && after !== null && words(before.text) !== words(after.text);
}
