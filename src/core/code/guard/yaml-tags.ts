import { parseJson } from "../../parse-json.ts";
import { CST, Lexer } from "yaml";

/** Tags of YAML that name a plain value: of the core schema, and of the types that YAML 1.1 has beside. */
const plain = /^!(?:!(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|merge|value))?$/;

/**
 * A tag by its look, wherever it stands: `!ruby/object:Gem`, `!!python/object/apply:os.system`, `!<tag:…>`. Readers of YAML do
 * not all see the same tokens.
 */
const objectTag = /(?:^|[\s[{,:-])!(?:!?[\w-]{1,40}[/.:]|<)|^%TAG\b/;

/**
 * The same in a file that is not called after YAML, where prose and code have marks of exclamation too: with two of them and a
 * path, with a class behind a colon, of a whole address.
 */
const madeByLook =
  /(?:^|[\s[{,:-])!(?:![\w-]{1,40}\/\w|[\w-]{1,40}\/[\w-]{1,40}:[A-Za-z]|<(?:!|tag:))|^%TAG\s{1,9}!/;
/** A tag of such a shape where YAML has one; with one mark and a path, a line of its own is a pattern of file names (`!src/a.ts`). */
const madeByShape = /^!(?:![\w-]{2}|<(?:!|tag:)|[\w-]{1,40}:[A-Za-z])/;
const madeFromValue = /^!\w[\w-]{0,40}[/.]\w/;

/**
 * The first line (1-based) with a tag for which a reader of YAML may make an object or do something of its program's: any
 * but those of plain values, the program's own (`!include`) too. Null: there is none.
 */
export function tagLine(text: string): number | null {
  return firstTag(text, objectTag, (tag) => !plain.test(tag));
}

/**
 * The first line of a file by any other name at which a reader of YAML makes an object that its program does not ask for. The name
 * keeps nobody from reading it as YAML, which every text of JSON is; there a tag would be no JSON.
 */
export function madeObjectLine(text: string): number | null {
  if (!/!|^%TAG/m.test(text) || parseJson(text) !== undefined) return null;
  return firstTag(
    text,
    madeByLook,
    (tag, isAlone) => !plain.test(tag) && (madeByShape.test(tag) || (!isAlone && madeFromValue.test(tag))),
  );
}

function firstTag(
  text: string,
  look: RegExp,
  isMade: (tag: string, isAlone: boolean) => boolean,
): number | null {
  const lines = text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, "\n").split("\n");
  const looks = lines.findIndex((line) => look.test(unescaped(line)));
  let line = 1;
  for (const token of new Lexer().lex(lines.join("\n"))) {
    if (looks >= 0 && line > looks) break;
    const isAlone = (lines[line - 1] ?? "").trimEnd() === token;
    if (CST.tokenType(token) === "tag" && isMade(unescaped(token), isAlone)) return line;
    line += token.split("\n").length - 1;
  }
  return looks < 0 ? null : looks + 1;
}

/** With what YAML reads behind `%` in a tag. */
function unescaped(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}
