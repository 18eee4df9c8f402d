import type { Finding } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

const phrase =
  /\b(?:(?:an?|the|some|any)\s)?(?:appropriate|suitable|reasonable|sensible|adequate|sufficient|acceptable|proper|relevant)\s(?:[\w-]{1,20}\s)?(?:error(?:s| code| codes| message| type)?|status(?: code)?|code|timeout|time-?out|interval|delay|back-?off|duration|period|limit|threshold|default(?: value)?|value|size|length|number of \w+|amount of time|time|rate|retries)\b/i;
const pending = /\b(?:TBD|TBC|to be (?:determined|decided|defined|confirmed))\b/;

/** Most findings of one pull request: more of them help nobody. */
const most = 3;

/** New wording that leaves open what a reader must know to build it: "an appropriate error code", "TBD". */
export const vagueWord: HygieneRule = {
  name: "vague-word",
  describes: 'New text says "appropriate" or "TBD" where a value, a default or an error code is expected.',
  check({ diff }): Finding[] {
    const findings = diff.changes.flatMap(({ after, before, kind }) => {
      if (!after || kind === "removed" || after.status !== "live") return [];
      const found = vagueIn(after.text);
      if (found === null || before?.text.includes(found)) return [];
      const line = after.lines.find((one) => one.text.includes(found))?.line ?? after.line;
      const message = `${after.id} says "${found}" where a value is expected; say which.`;
      return [{ rule: "vague-word", id: after.id, file: after.file, line, message }];
    });
    return findings.slice(0, most);
  },
};

/** The words themselves, unless the sentence goes on to name the value in code, digits or brackets. */
function vagueIn(text: string): string | null {
  const found = phrase.exec(text) ?? pending.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 80);
  const sentence = /^[^.;\n]*/.exec(rest)?.[0] ?? "";
  return /[`\d([]/.test(sentence) ? null : found[0].trim();
}
