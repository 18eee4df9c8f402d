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
