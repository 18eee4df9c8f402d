import { putOff } from "./lexicon.ts";
import { anyOf } from "./terms.ts";

const defers = new RegExp(`${anyOf(putOff.terms).source}(?! (?:comments?|items?|markers?|lists?)\\b)`, "g");
const signs = /^(?:tbd|tbc|todo|fixme)$/;

/** Whether a sentence says that something has yet to be decided. */
export function putsOff(sentence: string): boolean {
  return wordsPuttingOff(sentence) !== null;
}

/** The words that put it off, as they are written, and where: a sign in place of a value, none that is spoken of, none that is denied. */
export function wordsPuttingOff(text: string): { readonly words: string; readonly index: number } | null {
  const said = text.replace(/`[^`]*`|["“][^"“”]*["”]/g, (quoted) => "·".repeat(quoted.length));
  const lower = said.toLowerCase();
  if (lower.length !== said.length) return null;
  for (const { 0: words, index } of lower.matchAll(defers))
    if (isPutOff(said, index, words.length)) return { words: said.slice(index, index + words.length), index };
  return null;
}

/** Whether words of the family at a place put something off there, rather than say who or what decides it. */
export function isPutOff(sentence: string, index: number, length: number): boolean {
  const [before, after] = [sentence.slice(0, index), sentence.slice(index + length)];
  const written = sentence.slice(index, index + length);
  if (signs.test(written.toLowerCase())) return standsForValue(before, written, after);
  return !denied.test(before) && goesNoFurther.test(after);
}

/** `to be determined by the server`, `as part of name resolution` says how; `in a later version` does not. */
const goesNoFurther =
  /^[*_)\]]{0,4}(?:[^\S\n]{0,9}\n[^\S\n]{0,9}\n|\s*(?:$|[^\p{L}\p{N}\s`]|(?:later|yet|separately|soon|once|before|after|until|during|and|or|but|pending|post)\b|(?:in|at|with|for) (?:(?:an?|the|this|our) )?(?:future|later|next|another|separate|subsequent|follow-?up|coming|team|planning|design|implementation|review|development|discussion|refinement|research|v?\d)\b))/iu;

/**
 * A sign, in capitals but for `tbd`. What is `TBD` has yet to be decided; `TODO` is also what the product writes, as in `files with TODO
 * placeholders`: it counts where a value or a sentence would stand, after a mark or a form of `be`, with a clause or nothing behind.
 * One that asks for a picture or more text asks those who write the document.
 */
function standsForValue(before: string, written: string, after: string): boolean {
  const isCapital = written === written.toUpperCase();
  if ((!isCapital && !/^tb/i.test(written)) || ofDocument.test(after)) return false;
  if (/^todo$/i.test(written) && besideStates.test(`${before} ${after}`)) return false;
  if (isCapital && /^TB/.test(written)) return true;
  return (
    /(?:^|[^\p{L}\p{N}\s'’]|\b(?:is|are|be|remains?|still|yet|currently))\s*$/u.test(before) &&
    /^(?:\s*(?:$|[^\p{L}\p{N}\s_])|\s+(?:how|what|which|who|when|where|whether|if|in|on|by|at|with|until|before|after|during|pending|for|as|and|or|based)\b)/u.test(
      after,
    )
  );
}

/** Columns of a board, or states of a task, of which one is called so. */
const besideStates = /\b(?:In[ _-]?Progress|in[ -]progress|Done|Doing|Backlog)\b|\bDONE\b/;

/** `TODO: add a diagram`, `TODO: explain why`, `TODO: the word "lamp" is too narrow`. */
const ofDocument =
  /^[^.;\n]{0,80}\b(?:diagrams?|figures?|pictures?|screenshots?|wording|typos?|paragraphs?|terminology|the words?)\b|^\W{0,4}(?:(?:add|draw|insert|include|write|link|update|explain|describe|document|reference|cite|expand|extend|rewrite|rephrase|move|rename|merge|fill|finish)\b|(?:an? |the )?(?:diagram|figure|picture|image|screenshot|link|example|description|explanation|reference|citation)s?\b)/i;

/** `not guaranteed to be defined`, `rather than a length to be agreed`, `allows a length to be defined later`. */
const denied =
  /\b(?:not?|never|without|rather than|instead of|guaranteed|requir\w+|expect(?:s|ed)?|allow(?:s|ed|ing)?|permit(?:s|ted)?|enabl(?:es?|ed|ing)|lets?|may|can)\b[^.,;()]{0,60}$/i;
