/** What a token begins with that is a title: its words in small letters, one space between them. */
export const titleMark = "¶";

const named = /\b(?:requirement|scenario|rule)s?\s?:\s{0,4}([^"'`*]{2,150})/gi;
const testCall =
  /\b(?:x?it|tests?|x?describe|x?context|specify|scenario|suite|group|feature|Run|DisplayName|TestDox|Fact|Theory|Describe|Context|It|Test|Name|Scenario|Feature|Requirement|Trait|should|each)\b[^"'`]{0,60}(["'`])(.{2,150}?)\1/g;
const testRow = /^\s{0,24}(?:name|title|desc|description|scenario)\s?:\s?(["'`])(.{2,150}?)\1/;
const declared =
  /\b(?:fn|func|def|fun|function|void|Task|class|struct|module|mod|it|test)\s+(?:`([^`]{2,150})`|(\w{4,120}))/g;

/**
 * Titles of a line as tokens: what is called a requirement or a scenario, and in tests their titles and names, whole and
 * by their parts (`Posting: blank text`). Linear in the line.
 */
export function titlesIn(line: string, inTest: boolean): readonly string[] {
  if (line.length > 400) return [];
  const said = [...line.matchAll(named)].flatMap((match) => parts(match[1] ?? ""));
  const marked = said.map((title) => `${titleMark}${titleMark}${title}`);
  if (!inTest) return unique(marked);
  const titles = [
    ...[...line.matchAll(testCall)].map((match) => match[2] ?? ""),
    ...(testRow.exec(line)?.slice(2, 3) ?? []),
    ...[...line.matchAll(declared)].map((match) => match[1] ?? nameWords(match[2] ?? "")),
  ];
  return unique([...marked, ...titles.flatMap(parts).map((title) => `${titleMark}${title}`)]);
}

/** A title's words, without the word that says what it is the title of. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/^\s*(?:requirement|scenario|rule|user story)s?\s?:/, "")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function parts(title: string): readonly string[] {
  const cut = title.split(/\s[/>›|–—-]{1,2}\s|:\s|\s\(|\)|\.\s/);
  return unique([title, ...cut].map(plainTitle).filter((one) => one.length > 2));
}

/** `test_blank_text`, `BlankText`, `PostingTests`. */
function nameWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .replace(/^(?:tests?|spec) +/i, "")
    .replace(/ (?:tests?|specs?|suite|test case)$/i, "");
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
