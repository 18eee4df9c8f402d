import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";
import { withFences } from "../markdown/fence.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { clip, inlineText, quoteText, withoutBold, withoutMarkup } from "./escape.ts";

/** Characters of an entry's text that are shown; the link leads to the rest. */
export const maxShown = 1_500;

/** Two texts of one entry as a word diff, quoted, in the lines of their lists and code; far from what changed it is cut. */
export function changedText(before: string, after: string): string {
  const [old, now] = aroundChange(inLines(before), inLines(after));
  const limit = { maxEditLength: 600 };
  const [left, right] = [old.slice(0, mostCompared), now.slice(0, mostCompared)];
  const parts = diffWordsWithSpace(left, right, limit) ?? diffLines(left, right, limit);
  // What cannot be compared is shown as it is now: what is kept must not look taken away.
  if (parts === undefined) return quoteText(clip(now.replaceAll(gap, "…"), maxShown));
  const changes = withoutEnd(changesOf(parts), left === old, right === now);
  const shown = bounded(changes).map(({ same, gone, come }) =>
    same === "" ? marked(gone.replaceAll(gap, ""), "del") + marked(come, "ins") : marked(same, null),
  );
  return `> ${shown.join("")}`;
}

/**
 * Stands where lines are left out, until it is shown as "…" of ours, which nobody inserted or took away. The author's control
 * characters are gone before it is put in.
 */
const gap = "\u001a";
const cutOff = { same: ` ${gap}`, gone: "", come: "" };

/** What one side alone has at the end may stand on the other side behind its cut. */
function withoutEnd(changes: readonly Change[], isOldWhole: boolean, isNewWhole: boolean): readonly Change[] {
  const last = changes.at(-1);
  if (last === undefined || (isOldWhole && isNewWhole)) return changes;
  const { same, gone, come } = last;
  const known = { same, gone: isNewWhole ? gone : "", come: isOldWhole ? come : "" };
  return [...changes.slice(0, -1), known, cutOff];
}

/** Both sides are cut only behind what is shown: a cut of one side alone would look like a change. */
const mostCompared = 2 * maxShown;

/** The first changes, up to what is shown, with no more of what is the same between them than around them. */
function bounded(changes: readonly Change[]): readonly Change[] {
  const shown: Change[] = [];
  let left = maxShown;
  for (const { same, gone, come } of changes) {
    if (left <= 0) return [...shown, cutOff];
    const next = { same: middleCut(same), gone: endCut(gone, left), come: endCut(come, left) };
    shown.push(next);
    if (next.gone !== gone || next.come !== come) return [...shown, cutOff];
    left -= next.same.length + next.gone.length + next.come.length;
  }
  return shown;
}

/** So many characters at most, whole words. */
function endCut(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.slice(0, most).search(/\s\S*$/);
  return text.slice(0, space > 0 ? space : most);
}

function middleCut(same: string): string {
  if (same.length <= 2 * kept + 20) return same;
  const [from, to] = [same.lastIndexOf(" ", kept), same.indexOf(" ", same.length - kept)];
  return from < 0 || to < 0 ? same : `${same.slice(0, from)} ${gap}${same.slice(to)}`;
}

/** What both texts have, or else what takes the place of what. */
interface Change {
  same: string;
  gone: string;
  come: string;
}

/** Changes with less between them than they change themselves are one: a rewritten sentence reads as the old and the new one. */
function changesOf(parts: readonly ChangeObject<string>[]): readonly Change[] {
  const found: Change[] = [];
  for (const { value, added, removed } of parts) {
    const last = found.at(-1);
    if (!added && !removed) found.push({ same: value, gone: "", come: "" });
    else if (last?.same === "") last[added ? "come" : "gone"] += value;
    else found.push({ same: "", gone: removed ? value : "", come: added ? value : "" });
  }
  return found.reduce<Change[]>(joined, []);
}

function joined(before: Change[], next: Change): Change[] {
  const [change, between] = before.slice(-2);
  if (next.same !== "" || change?.same !== "" || between === undefined || between.same === "")
    return [...before, next];
  // Where nothing went, or nothing came, what stands between two changes stands as it was.
  if (isOneSided(change, next)) return [...before, next];
  if (between.same.length > Math.min(sizeOf(change), sizeOf(next)) || between.same.includes("\n"))
    return [...before, next];
  const { same } = between;
  return [
    ...before.slice(0, -2),
    { same: "", gone: change.gone + same + next.gone, come: change.come + same + next.come },
  ];
}

function isOneSided(one: Change, other: Change): boolean {
  return (one.gone + other.gone).trim() === "" || (one.come + other.come).trim() === "";
}

function sizeOf({ gone, come }: Change): number {
  return Math.max(gone.length, come.length);
}

const ownLine = /^\s*(?:[-*+>|#]|\d{1,9}[.)]\s|$)/;

/** What is seen of a text: one line each for a paragraph, a list item, a row and a line of code. */
function inLines(text: string): string {
  const lines = withFences(withoutBold(withoutMarkup(visibleText(text).text)));
  let shown = "";
  for (const [at, { text: line, inFence }] of lines.entries()) {
    const isApart = inFence || lines[at - 1]?.inFence === true || ownLine.test(line);
    const words = line.replace(/\s+/gu, " ").trim();
    shown += `${isApart ? "\n" : " "}${words === "…" ? gap : words}`;
  }
  return shown.replace(/\n\s+/g, "\n").trim();
}

/** Characters that are kept of what is the same before and behind a change. */
const kept = 200;

function aroundChange(before: string, after: string): readonly [string, string] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const from = head > 2 * kept ? after.lastIndexOf(" ", head - kept) + 1 : 0;
  const behind = tail > 2 * kept ? after.slice(after.length - tail + kept).indexOf(" ") : -1;
  const left = behind < 0 ? 0 : tail - kept - behind;
  return [before, after].map((text) => {
    const part = text.slice(from, text.length - left);
    return `${from > 0 ? `${gap} ` : ""}${part}${left > 0 ? ` ${gap}` : ""}`;
  }) as [string, string];
}

function marked(value: string, mark: "ins" | "del" | null): string {
  return value
    .split("\n")
    .map((line) =>
      line
        .split(gap)
        .map((piece) => markedLine(piece, mark))
        .join("…"),
    )
    .join("<br>");
}

function markedLine(value: string, mark: "ins" | "del" | null): string {
  const text = inlineText(value);
  if (text === "") return value === "" ? "" : " ";
  const lead = value.startsWith(" ") ? " " : "";
  const trail = value.endsWith(" ") ? " " : "";
  return `${lead}${mark === null ? text : `<${mark}>${text}</${mark}>`}${trail}`;
}
