import { fenceLine } from "../../markdown/fence.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { type CanonicalDemand, canonicalDemand, type Piece } from "./canonical-demand.ts";
import { type LinkTarget } from "./demand-tokens.ts";
import { noWork, type Proof } from "./proof.ts";

/**
 * Both sides say the same words, signs and code in the same order: what differs is typography, spelling, the target of a
 * link or the number of an entry whose own change carries the work. Anything else that differs is a change.
 */
export const sameDemand: Proof = (change, context) => {
  const { before, after, kind } = change;
  if (before === null || after === null || kind === "restored" || kind === "retired") return null;
  if (before.status !== after.status) return null;
  if (withoutFences(before.text) === withoutFences(after.text))
    return noWork("Formatting only; every word is the same.");
  const [old, now] = [canonicalDemand(before.text), canonicalDemand(after.text)];
  if (old === null || now === null) return null;
  const scope = change.id.slice(0, change.id.indexOf("#") + 1);
  const references = differingReferences(old.pieces, now.pieces, [...old.links, ...now.links], {
    entry: (id) => context.entry(id) ?? context.entry(`${scope}${id}`),
    change: (id) => context.change(id) ?? context.change(`${scope}${id}`),
  });
  if (references === null) return null;
  const links = differingLinks(old, now, context);
  if (links === null) return null;
  if (references.length > 0) {
    const [[from, to] = ["", ""]] = references;
    return noWork(`Only the reference changed, from ${from} to ${to}; the rule is the same.`);
  }
  return noWork(
    links
      ? "Only the target of a link changed; the rule is the same."
      : wordsIn(before.text) === wordsIn(after.text)
        ? "Typography or spelling only; every word is the same."
        : "Typography, spelling or a doubled word only; the demand is the same.",
  );
};

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;

/** The lines of a text, blank ones and the marks of fences left out; null-safe for code that was put between fences. */
function withoutFences(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !/^[\w-]{0,20}$/.test(fenceLine(line)?.info ?? " "))
    .join("\n");
}

/** What a text names, by the ID as it stands there, with or without its scope. */
type Named = Pick<SpecIndex, "entry" | "change">;

/** The IDs that were exchanged, or null when anything else differs. */
function differingReferences(
  old: readonly Piece[],
  now: readonly Piece[],
  links: readonly LinkTarget[],
  context: Named,
): readonly (readonly [string, string])[] | null {
  if (old.length !== now.length) return null;
  const found: (readonly [string, string])[] = [];
  for (const [i, was] of old.entries()) {
    const is = now[i];
    if (is === undefined || was.kind !== is.kind) return null;
    if (was.text === is.text) continue;
    const sections = old[i - 1]?.text === "§" && now[i - 1]?.text === "§";
    if (!(sections ? isRenumbered(was.text, is.text, links) : carriesTheWork(was.text, is.text, context)))
      return null;
    found.push([was.text, is.text]);
  }
  return found;
}

/** Whether the text now names an entry that is itself part of this change: what is new stands there. */
function carriesTheWork(was: string, is: string, context: Named): boolean {
  const named = context.entry(was);
  if (named === undefined) return false;
  const change = context.change(is);
  if (change !== undefined && change.previousId === named.id) return true;
  return change !== undefined && /^(?:added|modified|restored)$/.test(change.kind);
}

/** `§15.5` as `§15.6`, or a title as its number: both lead to the section of the same title. */
function isRenumbered(was: string, is: string, links: readonly LinkTarget[]): boolean {
  const titleOf = (name: string): string => {
    const link = links.find(({ text }) => text === `§ ${name}`);
    return (link === undefined ? name : titleIn(link.target)).toLowerCase();
  };
  return /[a-z]{3}/.test(titleOf(was)) && titleOf(was) === titleOf(is);
}

/** `895-null-states` as `null-states`: the title of a numbered section, without its number. */
function titleIn(target: string): string {
  return fragmentOf(target).replace(/^\d[\d.-]*-/, "");
}

/** Whether targets of links differ; null when a target may be what the rule is about. */
function differingLinks(old: CanonicalDemand, now: CanonicalDemand, context: SpecIndex): boolean | null {
  const targets = new Map(old.links.map((link) => [nameOf(link), link.target]));
  let differs = false;
  for (const link of now.links) {
    const was = targets.get(nameOf(link));
    if (was === link.target) continue;
    if (was === undefined ? bringsIn(link) : !isSamePlace({ ...link, target: was }, link, context)) {
      if (!isPointer(now)) return null;
    }
    differs = true;
  }
  const left = new Set(now.links.map(nameOf));
  const gone = old.links.filter((link) => !left.has(nameOf(link)));
  if (gone.some(bringsIn) && !isPointer(old)) return null;
  return differs || gone.length > 0;
}

/** By the words that carry it; the number of a section may have changed. */
function nameOf({ text, target }: LinkTarget): string {
  return text.startsWith("§ ") ? `§ ${titleIn(target).toLowerCase()}` : text;
}

/** Whether a link adds what its words do not say: one to another site, unless its address is their name (`RFC 9457`). */
function bringsIn({ text, target }: LinkTarget): boolean {
  const name = letters(text);
  return isOutside(target) && !(name.length >= shortestName && letters(target).includes(name));
}

const shortestName = 4;

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isOutside(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target);
}

/**
 * The same section of another file, the same title with another number, a page of the same name in another folder, or an entry
 * that is part of this change.
 */
function isSamePlace(was: LinkTarget, is: LinkTarget, context: SpecIndex): boolean {
  if (isOutside(was.target) || isOutside(is.target)) return false;
  if (isMovedPage(was.target, is.target)) return true;
  const [old, now] = [fragmentOf(was.target), fragmentOf(is.target)];
  if (/^\d/.test(old) && titleIn(was.target) === titleIn(is.target) && /[a-z]{3}/i.test(now)) return true;
  return old === now || carriesTheWork(old, now, context);
}

const standsForFolder = /^(?:index|readme|overview|introduction)$/i;

/** `/extensions` and `/docs/extensions/overview.md`: a page that keeps its name and its folders, where folders may be added. */
function isMovedPage(was: string, is: string): boolean {
  const [short = [], long = []] = [namesIn(was), namesIn(is)].sort((a, b) => a.length - b.length);
  if (short.length === 0 || short.at(-1) !== long.at(-1)) return false;
  if (`${was}${is}`.includes("#") || !short.every((name) => long.includes(name))) return false;
  // A folder with a number may be another version of the page.
  return long.every((name) => short.includes(name) || !/\d/.test(name));
}

function namesIn(path: string): readonly string[] {
  const names = path.toLowerCase().split("/");
  return names
    .map((name) => name.replace(/\.(?:mdx?|html?)$/, ""))
    .filter((name) => /[a-z\d]/.test(name) && !standsForFolder.test(name));
}

function fragmentOf(target: string): string {
  return target.includes("#") ? target.slice(target.indexOf("#") + 1) : target;
}

/** Whether links of the text are only where to read more. */
function isPointer({ pieces }: CanonicalDemand): boolean {
  const words = pieces.map(({ text }) => text.toLowerCase()).join(" ");
  return /\b(?:for (?:more|further|background|details)|see(?: also)?|refer to|explained (?:in|at)|documented (?:in|at))\b/.test(
    words,
  );
}
