import type { Finding } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

const vague =
  /\b(?:appropriate|suitable|reasonable|sensible|adequate|sufficient|acceptable|proper|relevant)\s/gi;
const value =
  /^(?:[\w-]{1,20}\s)?(?:error(?:s| code| codes| message| type)?|status(?: code)?|code|timeout|time-?out|interval|delay|back-?off|duration|period|limit|threshold|default(?: value)?|value|size|length|number of \w{1,40}|amount of time|time|rate|retries)\b/i;
const article = /\b(?:an?|the|some|any)\s$/i;
const pending = /\b(?:TBD|TBC|to be (?:determined|decided|defined|confirmed))\b/;

/** Most findings of one pull request: more of them help nobody. */
const most = 3;

/** New wording that leaves open what a reader must know to build it: "an appropriate error code", "TBD". */
export const vagueWord: HygieneRule = {
  name: "vague-word",
  describes: 'New text says "appropriate" or "TBD" where a value, a default or an error code is expected.',
  check({ diff }): Finding[] {
    const findings = diff.changes.flatMap(({ after, before }) => {
      if (!after || after.status !== "live") return [];
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
  for (const match of text.matchAll(vague)) {
    const from = match.index + match[0].length;
    const named = value.exec(text.slice(from, from + 80))?.[0];
    if (named === undefined || namesTheValue(text.slice(from + named.length))) continue;
    const lead = article.exec(text.slice(Math.max(0, match.index - 5), match.index))?.[0] ?? "";
    return lead + match[0] + named;
  }
  const found = pending.exec(text);
  return found === null || namesTheValue(text.slice(found.index + found[0].length)) ? null : found[0];
}

function namesTheValue(rest: string): boolean {
  const sentence = /^[^.;\n]*/.exec(rest.slice(0, 80))?.[0] ?? "";
  return /[`\d([]/.test(sentence);
}
