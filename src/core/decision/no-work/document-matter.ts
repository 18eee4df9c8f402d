import type { Entry } from "../../entries/entry.ts";
import { readChange } from "../reading.ts";
import { noWork, type Proof } from "./proof.ts";

const placeholder = /^\W*(?:\[[A-Z][^\]`]{2,80}\]|\{\{[^{}]{1,80}\}\}|<[a-z][^<>`]{2,60}>)\W*$/;
const slot =
  /\[(?:Brief title|Title|Feature name|Describe|Description|What|Why|How|Entity|Key entity|initial state|action|expected outcome|event|condition|precondition|trigger|system|response|role|feature|benefit|actor|specific capability|key interaction)[^\]`]{0,60}\](?!\()|\{\{[^{}`]{1,80}\}\}/i;

/** A template that nobody filled in: `[Brief title]`, `WHEN [event]`, `{{…}}`. */
export const unfilledTemplate: Proof = ({ after, before }) => {
  if (after === null) return null;
  const isUnfilled = (text: string): boolean => placeholder.test(text) || slots(text);
  if (!isUnfilled(after.text) || (before !== null && !isUnfilled(before.text))) return null;
  return noWork("A template that is not filled in.");
};

function slots(text: string): boolean {
  const found = text.replace(/`[^`\n]*`/g, " ").match(new RegExp(slot, "gi")) ?? [];
  const words = text.replace(new RegExp(slot, "gi"), " ").match(/[\p{L}]{3,}/gu) ?? [];
  return found.length > 0 && words.length <= 6 * found.length;
}

const contentsLine = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\]]{0,300}\]\(#[^()\s]{0,300}\)\s*$/;

const minContents = 4;
const lastLineOfTop = 40;

/** Under its title, or at the top of a page. */
function isContentsPlace({ id, parent, line }: Entry): boolean {
  return /contents$/i.test(id) || (parent === null && line <= lastLineOfTop);
}

/** Only lines of a table of contents came or went: each is a link into the same file and nothing else. */
export const contentsOnly: Proof = (change) => {
  if (change.before === null || change.after === null) return null;
  const isContents = (line: string): boolean => contentsLine.test(line);
  const lines = change.after.text.split("\n").filter((line) => line.trim() !== "");
  const links = lines.filter(isContents);
  // Links of a list may be what a rule names: a contents is long, and no line announces it.
  if (links.length < minContents || !isContentsPlace(change.after)) return null;
  if (lines.some((line) => line.trim().endsWith(":"))) return null;
  const rest = (text: string): string =>
    text
      .split("\n")
      .filter((line) => !isContents(line))
      .join("\n")
      .trim();
  if (change.before.text === change.after.text || rest(change.before.text) !== rest(change.after.text))
    return null;
  return noWork("Only the table of contents changed.", readChange(change).fresh);
};

const key =
  "authors?(?:\\(s\\))?|editors?(?:\\(s\\))?|approvers?|reviewers?|champions?|owners?|maintainers?|status|stage|created(?: on| at)?|(?:last )?updated(?: on| at)?|date|branch|feature branch|discussion(?: at|s-to)?|tracking issue|implemented in|input|spec version|document version|version";
const headLine = new RegExp(`^\\W{0,4}(?:${key})[*_]{0,3}[:：]`, "i");
const lastLineOfHead = 15;
const minHeadLines = 2;

/** The head of a document: its title and lines such as `Status: Draft`, which speak of the document. */
export const documentHead: Proof = (change) => {
  const { after, before } = change;
  if (after === null || after.line > lastLineOfHead) return null;
  const { fresh, gone } = readChange(change);
  const told = [...fresh, ...gone].filter(
    ({ span }, at) => !(before === null && at === 0 && isTitleLine(span.quote)),
  );
  const lines = told.flatMap(({ span }) => span.quote.split("\n"));
  // A version of a protocol that stood there before may be what the software says.
  const isOfHead = (line: string): boolean =>
    headLine.test(line) && (before === null || !/version/i.test(line));
  if (told.some(({ inFence }) => inFence) || !lines.every(isOfHead)) return null;
  if (lines.length < (before === null ? minHeadLines : 1)) return null;
  return noWork("Speaks of the document, not of the software.", told);
};

function isTitleLine(quote: string): boolean {
  const title = quote.replace(/\n\W{0,200}$/, "");
  return !title.includes("\n") && !/[.;:!?]$/.test(title) && title.length < 160;
}

const nothing = /^\W{0,3}(?:n\/?a|none|not applicable|no(?:ne)? (?:at this time|so far|yet)|-|—)\W{0,3}$/i;

/** A section of a form that says that there is nothing to say. */
export const saysNothing: Proof = ({ after, before }) => {
  const isEmpty = ({ kind, text }: Entry): boolean =>
    kind === "section" && nothing.test(text.slice(Math.max(text.indexOf("\n"), 0)).trim());
  if (after === null || !isEmpty(after) || (before !== null && !isEmpty(before))) return null;
  return noWork("Says that there is nothing.");
};
