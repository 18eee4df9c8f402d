import type { Entry, Finding } from "../entry.ts";
import { isInformativeTitle } from "../informative-section.ts";
import { inPlaceOfAValue } from "../../lexicon/lexicon.ts";
import { wordsPuttingOff } from "../../lexicon/putting-off.ts";
import { anyOf } from "../../lexicon/terms.ts";
import type { HygieneRule } from "./rule.ts";

const vague = new RegExp(`${anyOf(inPlaceOfAValue.terms).source}\\s`, "g");
const value =
  /^(?:[\w-]{1,20}\s)?(?:error(?:s| code| codes| message| type)?|status(?: code)?|code|timeout|time-?out|interval|delay|back-?off|duration|period|limit|threshold|default(?: value)?|value|size|length|number of \w{1,40}|amount of time|time|rate|retries)\b/i;
const article = /\b(?:an?|the|some|any)\s$/i;

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
      if (argues(after)) return [];
      const found = vagueIn(after.text);
      if (found === null || before?.text.includes(found)) return [];
      const [start = found] = found.split("\n");
      const line = after.lines.find((one) => one.text.includes(start))?.line ?? after.line;
      const message = `${after.id} says "${found}" where a value is expected; say which.`;
      return [{ rule: "vague-word", id: after.id, file: after.file, line, message }];
    });
    return findings.slice(0, most);
  },
};

/** A motivation expects no values. */
function argues({ section, text, kind }: Entry): boolean {
  const own = kind === "section" ? [text.split("\n", 1)[0] ?? ""] : [];
  return [...section.split(" › "), ...own].some(isInformativeTitle);
}

/** The words themselves, unless the sentence goes on to name the value in code, digits or brackets. */
function vagueIn(text: string): string | null {
  const lower = inLowerCase(text);
  for (const match of lower.matchAll(vague)) {
    const from = match.index + match[0].length;
    const named = value.exec(lower.slice(from, from + 80))?.[0];
    if (named === undefined || namesTheValue(text.slice(from + named.length))) continue;
    if (givesAsValue(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    const lead = article.exec(lower.slice(Math.max(0, match.index - 5), match.index))?.[0] ?? "";
    return text.slice(match.index - lead.length, from + named.length);
  }
  const found = wordsPuttingOff(text);
  if (found === null || namesTheValue(text.slice(found.index + found.words.length))) return null;
  return found.words;
}

/** At the same places; code in a text is no word of its author's. */
function inLowerCase(text: string): string {
  const prose = text.replace(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  const lower = prose.toLowerCase();
  return lower.length === text.length ? lower : prose;
}

/** `2,048 as appropriate number of bins`, `5 s, a reasonable delay`: the value stands in front. */
function givesAsValue(before: string): boolean {
  return /(?:\d[\w%]{0,12}|`)(?: ?[a-z]{1,3})?(?:,| (?:as|is|being))(?: an?)? $/i.test(before);
}

function namesTheValue(rest: string): boolean {
  const sentence = /^[^.;\n]*/.exec(rest.slice(0, 80))?.[0] ?? "";
  return /[`\d([]/.test(sentence);
}
