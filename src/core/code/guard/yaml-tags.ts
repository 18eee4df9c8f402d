import { CST, Lexer } from "yaml";

/** Tags of YAML that name a plain value: of the core schema, and of the types that YAML 1.1 has beside. */
const plain = /^!(?:!(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|merge|value))?$/;

/**
 * A tag by its look, wherever it stands: `!ruby/object:Gem`, `!!python/object/apply:os.system`, `!<tag:…>`. Readers of YAML do
 * not all see the same tokens.
 */
const objectTag = /(?:^|[\s[{,:-])!(?:!?[\w-]{1,40}[/.:]|<)|^%TAG\b/;

/**
 * The first line (1-based) with a tag for which a reader of YAML may make an object or do something of its program's: any
 * but those of plain values, the program's own (`!include`) too. Null: there is none.
 */
export function tagLine(text: string): number | null {
  const looks = text.split("\n").findIndex((line) => objectTag.test(unescaped(line)));
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    if (looks >= 0 && line > looks) break;
    if (CST.tokenType(token) === "tag" && !plain.test(unescaped(token))) return line;
    line += token.split("\n").length - 1;
  }
  return looks < 0 ? null : looks + 1;
}

/** With what YAML reads behind `%` in a tag. */
function unescaped(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}
