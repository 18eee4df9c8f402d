import type { Finding } from "../entry.ts";
import { inPlaceOfAValue, putOff } from "../../lexicon/lexicon.ts";
import { anyOf } from "../../lexicon/terms.ts";
import type { HygieneRule } from "./rule.ts";

const vague = new RegExp(`${anyOf(inPlaceOfAValue.terms).source}\\s`, "g");
const value =
  /^(?:[\w-]{1,20}\s)?(?:error(?:s| code| codes| message| type)?|status(?: code)?|code|timeout|time-?out|interval|delay|back-?off|duration|period|limit|threshold|default(?: value)?|value|size|length|number of \w{1,40}|amount of time|time|rate|retries)\b/i;
const article = /\b(?:an?|the|some|any)\s$/i;
const pending = new RegExp(anyOf(putOff.terms).source);

/** Most findings of one pull request: more of them help nobody. */
const most = 3;

/** New wording that leaves open what a reader must know to build it: "an appropriate error code", "TBD". */
export const vagueWord: HygieneRule = {
  name: "vague-word",
  describes: 'New text says "appropriate" or "TBD" where a value, a default or an error code is expected.',
  check({ diff }): Finding[] {
    const findings = diff.changes.flatMap(({ after, before, kind }) => {
      // Text that was given an ID is not new.
      if (!after || after.status !== "live" || (kind === "renamed" && before === null)) return [];
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
  const lower = inLowerCase(text);
  for (const match of lower.matchAll(vague)) {
    const from = match.index + match[0].length;
    const named = value.exec(lower.slice(from, from + 80))?.[0];
    if (named === undefined || namesTheValue(text.slice(from + named.length))) continue;
    const lead = article.exec(lower.slice(Math.max(0, match.index - 5), match.index))?.[0] ?? "";
    return text.slice(match.index - lead.length, from + named.length);
  }
  const found = pending.exec(lower);
  if (found === null) return null;
  const end = found.index + found[0].length;
  return namesTheValue(text.slice(end)) ? null : text.slice(found.index, end);
}

/** At the same places; code in a text is no word of its author's. */
function inLowerCase(text: string): string {
  const prose = text.replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  const lower = prose.toLowerCase();
  return lower.length === text.length ? lower : prose;
}

function namesTheValue(rest: string): boolean {
  const sentence = /^[^.;\n]*/.exec(rest.slice(0, 80))?.[0] ?? "";
  return /[`\d([]/.test(sentence);
}
