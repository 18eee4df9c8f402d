import { cutMark } from "../../markdown/page/page-part.ts";
import type { Entry, Finding } from "../entry.ts";
import { normaliseText } from "../fingerprint.ts";
import { leadInText } from "../lead-ins.ts";
import { type HygieneRule, listed } from "./rule.ts";

/** "The client MUST NOT do any of these:" above a list turns round what each entry in it asks, and is in none of them. */
export const changedLeadIn: HygieneRule = {
  name: "changed-lead-in",
  describes:
    "The words under which entries stand are others now, and the entries themselves are as they were.",
  check({ baseById, headById, changeById }): Finding[] {
    const found = new Map<string, Entry[]>();
    for (const [id, entry] of headById) {
      const before = baseById.get(id);
      if (before === undefined || before === entry || changeById.has(id) || isSame(before, entry)) continue;
      const key = `${entry.file} ${wordsAbove(entry)} ${wordsAbove(before)}`;
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
    return [...found.values()].flatMap((entries) => {
      const [first] = entries;
      if (first === undefined) return [];
      const ids = entries.map(({ id }) => id);
      const message = `The words under which ${listed(ids)} ${ids.length > 1 ? "stand" : "stands"} changed; what is asked there may be something else now. Reviewed are only entries that changed themselves.`;
      const line = first.leadIn?.[0]?.line ?? first.line;
      return [{ rule: "changed-lead-in", id: first.id, file: first.file, line, message }];
    });
  },
};

function isSame(before: Entry, after: Entry): boolean {
  const [old, now] = [leadInText(before), leadInText(after)];
  if (old === now || wordsAbove(before) === wordsAbove(after)) return true;
  return !frames(old) && !frames(now);
}

const demands = /\b(?:must|shall|should|may|can|cannot|not|never|only|unless|except|deprecated|optional)\b/i;

/** A paragraph that tells what a list is about turns nothing round. */
function frames(text: string): boolean {
  const words = text.endsWith(cutMark.trim()) ? text.slice(0, -cutMark.length) : text;
  return /[:：][*_\s)\]]{0,10}$/.test(words.slice(-40)) || demands.test(words);
}

function wordsAbove(entry: Entry): string {
  return normaliseText(leadInText(entry));
}
