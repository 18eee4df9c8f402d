import type { TableRow } from "../markdown/scan/scanned-source.ts";

const dataLanguage =
  /^(?:json[c5l]?|ndjson|ya?ml|csv|tsv|xml|toml|http|hex|base64|gherkin|cucumber|feature|example|counter-example|input|output|vectors?)\b/i;
/** A word in the info string that says what the fence is. */
const exampleWord = /\b(?:example|counter-example|vector|compile_fail|should_panic|invalid)\b/i;
const inputAndOutput =
  /(?:^|\s)(?:→|=>|->|==|⇒)\s|\b(?:input|output|expected|expect|given|when|then|request|response)s?\b\s*[:=|]?/i;
const startsLikeData = /^\s*[{["\d]/;
const tree = /^[ \t│─`|]{0,40}[\w.-]{1,80}\/[ \t]{0,20}$|[├└]/m;
/** A schema, or a form with gaps to be filled. */
const schema =
  /"\$schema"|"type"\s{0,9}:\s{0,9}"(?:object|array)"[^]{0,2000}"(?:properties|items)"|^[ \t]{0,40}(?:openapi|swagger|\$schema)[ \t]{0,9}:/m;
const gaps = /<[a-z][\w -]{0,40}>|\{\{[^{}\n]{1,60}\}\}/gi;
/** A name with what it is given, in JSON: a value, or else a type or a name in capitals that stands for one. */
const members = /"[\w.$-]{1,60}"[^\S\n]{0,9}:[^\S\n]{0,9}(?![^\S\n]{0,9}[[{]?[^\S\n]{0,9}\n)[^,\n]{1,200}/g;
const givenValue =
  /:\s{0,9}\[?\s{0,9}(?:-?\d|true\b|false\b|null\b|"(?!(?:string|number|boolean|integer|object|array|date|uuid|any|UUID|Date)(?:\[\]|\?|-string)?"|(?:[A-Z]+_)*[A-Z]{2,}")[^"\n]*")/;
/** A box, or a way through more than two states. */
const drawing = /^[ \t]{0,40}\+[-=+]{3,400}[ \t]{0,40}$|(?:->|→|=>|⇒)[^\n]{1,80}?(?:->|→|=>|⇒)/m;
const cases = /\b(?:input|output|expected|given|when|then)\b/i;
/** A label above a fence that says on which side of an example it stands. */
const label =
  /^[^\p{L}]{0,12}(?:(?:for |given |the |sample |example )*(?:input|output|expected(?: output| result| value)?|result|eingabe|ausgabe|erwartet|entrée|sortie|entrada|salida|saída|入力|出力|输入|输出))[^\p{L}]{0,12}$/iu;
const schemaColumn =
  /^(?:field(?: name)?|property|attribute|parameter|param|key|option|column|name|type|description|meaning|notes?|required|purpose|comment|responsible|owner|status|phase|priority)s?$/i;
const valueColumn = /\b(?:input|output|expected|given|when|then|result|value|example)s?\b/i;
const value =
  /^(?:[*_]{0,2}(?:`[^`]*`|"[^"]*"|'[^']*'|[-+]?\d[^\s]*(?:\s?[^\s]{1,8})?|true|false|null|none|yes|no|[^\s]{1,40})[*_]{0,2})?$/i;

/** Whether a fence holds exact inputs with their outputs, or a sample of data; no diagram, tree, command or code. */
export function holdsValues(info: string, content: string, before = ""): boolean {
  if (isForm(content)) return false;
  if (exampleWord.test(info) || dataLanguage.test(info)) return true;
  if (info !== "" && !/^(?:text|txt|plain(?:text)?)\b/i.test(info)) return false;
  if (tree.test(content) || (drawing.test(content) && !cases.test(content))) return false;
  if (label.test(before)) return true;
  return inputAndOutput.test(content) || startsLikeData.test(content);
}

/** A description of data rather than data: every line of it leaves gaps. */
function isForm(content: string): boolean {
  if (schema.test(content)) return true;
  const given = content.match(members) ?? [];
  if (given.length > 0 && !given.some((member) => givenValue.test(member))) return true;
  const lines = content.split("\n").filter((line) => line.trim().length > 2);
  const withGaps = lines.filter((line) => line.match(gaps) !== null && !/<\/|\/>/.test(line));
  return lines.length > 0 && withGaps.length * 2 > lines.length;
}

/** Whether a table holds values case by case, rather than describe fields or people's work. */
export function isTableOfValues(header: readonly string[], rows: readonly TableRow[]): boolean {
  const titles = header.map((title) => title.replace(/[*_`]/g, "").trim());
  if (header.length < 2 || rows.length === 0) return false;
  if (titles.some((title) => /^(?:type|description|meaning|purpose)s?$/i.test(title))) return false;
  // Rows that are named after fields describe them, unless a column says what goes in or comes out.
  if (schemaColumn.test(titles[0] ?? "") && !titles.some((title) => valueColumn.test(title))) return false;
  const cells = rows.slice(0, 50).flatMap((row) => row.cells);
  return cells.filter((cell) => value.test(cell.trim())).length * 2 > cells.length;
}
