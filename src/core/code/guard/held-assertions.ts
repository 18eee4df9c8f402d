import { assertions } from "./assertions.ts";

/** What fails by itself, and what a test is declared to do: neither has a value of the code to look at. */
const byItself = /^(?:\w{1,20}\.)?(?:fail|flunk|error|fatal|panic|record|unreachable|xctfail|raise|throw)/i;
const declared = /\bshould_panic\b|@Test\s?\([^)\n]{0,200}\bexpected|^\s{0,40}(?:then|expect):/m;
/** What holds a value for a matcher to look at, and what stands between them. */
const holders = /^(?:expect(?:That)?|soft|poll|element|assertThat|should|verify|is_expected)$/i;
const between = /^(?:not|and|as|describedAs|withFailMessage|withContext|because)$/;
const properties =
  /^(?:true|false|null|undefined|ok|exist|exists|empty|NaN|finite|extensible|sealed|frozen|arguments|called\w{0,20}|fulfilled|rejected)$/;
/** Words that name no value of the code. */
const constants =
  /^(?:true|false|null|nil|none|undefined|this|self|and|or|not|is|in|nan|bool|is|has|does|to|not_to|to_not|be(?:_\w{1,20})?|eq|eql|equal\w{0,6}|is(?:True|False|Null|NotNull|Empty|NotEmpty|Zero)|anything|should|(?:should)?be|(?:\$?this|expect|that|assert\w{0,20}|assertions)|\d\w{0,20})$/i;
const literal = /"(?:[^"\\\n]|\\.){0,400}"|'(?:[^'\\\n]|\\.){0,400}'|`(?:[^`\\\n]|\\.){0,400}`/g;
const everywhere = assertions.map(({ source, flags }) => new RegExp(source, `${flags}g`));
const longest = 1_500;

/**
 * Whether a text of tests has an assertion that looks at something: called, outside of literals, with more than literals in it, and with
 * a matcher where it only holds a value for one. Whether it is reached is not asked.
 */
export function looksAtSomething(text: string, ending: string): boolean {
  if (declared.test(text)) return true;
  const code = text.replace(literal, (all) => (/[$#\\]?\{|\\\(|\$\w/.test(all) ? "(put_together)" : '""'));
  return everywhere.some((assertion) =>
    [...code.matchAll(assertion)].some(({ 0: word, index }) =>
      looks(code, index + word.search(/[\w#]/), ending),
    ),
  );
}

function looks(code: string, at: number, ending: string): boolean {
  const before = code.slice(Math.max(0, at - longest), at);
  const own = code.slice(at, endOf(code, at));
  const whole = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(";")) + 1) + own;
  const callee = /^#?[\w$]{0,80}(?:(?:\.|->|::)[\w$]{1,60}){0,4}[!?]?/.exec(own)?.[0] ?? "";
  const rest = own.slice(callee.length).replace(/^<[^<>\n]{1,100}>/, "");
  if (/^expect\.(?!soft|poll|element|fail|unreachable)/.test(callee) && ending !== "rb") return false;
  if (/^should(?:\.|->)/i.test(callee)) return isMatched(own.slice("should".length));
  if (!isWhole(callee, rest, before.endsWith("#"), ending)) return false;
  if (/(?:raises|warns)$/i.test(callee) && !/^[^\n]*(?:\bwith\s|,|\bdo\b|\{)/.test(whole)) return false;
  return byItself.test(callee.replace(/^t\./, "")) || hasSubject(whole, callee, rest, ending);
}

/** Whether an assertion is called, and has its matcher where it needs one; `#expect` of Swift needs none. */
function isWhole(callee: string, rest: string, isMacro: boolean, ending: string): boolean {
  const last = callee.split(/\.|->|::/).at(-1) ?? "";
  if (isMacro || !holders.test(last)) return /^\s?[({]|^\s{1,9}(?:do\b|[^\s=:;,)\]}&|])/.test(rest);
  return /^\s?[({]/.test(rest) ? hasMatcher(rest, ending) : last === "should" && /^\s\w/.test(rest);
}

/** Where the statement ends: at its line's end, unless brackets are open or the next line goes on. */
function endOf(code: string, at: number): number {
  let depth = 0;
  for (let end = at; end < Math.min(code.length, at + longest); end += 1) {
    const sign = code.charAt(end);
    if (/[([{]/.test(sign)) depth += 1;
    if (/[)\]}]/.test(sign)) depth -= 1;
    if (depth < 0 || (depth === 0 && sign === ";")) return end;
    if (depth === 0 && sign === "\n" && !/^\s*(?:\.|\?\.|->|\{)/.test(code.slice(end, end + 200))) return end;
  }
  return Math.min(code.length, at + longest);
}

function hasMatcher(rest: string, ending: string): boolean {
  const opening = rest.search(/[({]/);
  const end = closing(rest, opening);
  const held = rest.slice(opening + 1, end);
  const after = rest.slice(end + 1);
  if (rest.charAt(opening) === "(" && /^\s?\{/.test(after)) return true;
  const isJavaScript = /^[cm]?[jt]sx?$|^vue$|^svelte$/.test(ending);
  if (!isJavaScript && topLevel(held).includes(",")) return true;
  if (ending === "swift" && /^\s?[=!<>~]{1,2}/.test(after)) return true;
  return isMatched(after) || (rest.charAt(opening) === "{" && after === "" && ending === "kt");
}

/** Whether a chain of names has one that is called, or is an assertion by its name alone. */
function isMatched(chain: string): boolean {
  let rest = chain;
  for (;;) {
    const [all = "", sign = "", name = ""] =
      /^\s{0,200}(\?\.|\.|->|\s)\s{0,9}([\w$]{1,60})[!?]?/.exec(rest) ?? [];
    if (all === "") return false;
    rest = rest.slice(all.length);
    if (properties.test(name) && sign !== " ") return true;
    const isCalled = /^\s?[({<]/.test(rest);
    if (/^(?:to|not_to|to_not|should|should_not)$/.test(name) && /^(?:\s\w|\()/.test(rest)) return true;
    if (isCalled && !between.test(name)) return true;
    if (isCalled) rest = rest.slice(closing(rest, rest.search(/[({<]/)) + 1);
  }
}

/** Where the bracket at a place ends. */
function closing(text: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < text.length; at += 1) {
    if (/[([{]/.test(text.charAt(at))) depth += 1;
    if (/[)\]}]/.test(text.charAt(at))) depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Without what stands between brackets. */
function topLevel(text: string): string {
  let [kept, depth] = ["", 0];
  for (const sign of text) {
    if (/[)\]}]/.test(sign)) depth -= 1;
    if (depth === 0) kept += sign;
    if (/[([{]/.test(sign)) depth += 1;
  }
  return kept;
}

/** Whether what is asserted names anything of the code; without any value there is nothing to judge. */
function hasSubject(whole: string, callee: string, rest: string, ending: string): boolean {
  const isStatement = ending === "py" && callee === "assert";
  if (isStatement && /^\s?\(/.test(rest)) {
    const end = closing(rest, rest.indexOf("("));
    if (topLevel(rest.slice(rest.indexOf("(") + 1, end)).includes(",") && rest.slice(end + 1).trim() === "")
      return false;
  }
  const asserted = isStatement
    ? (topLevel(rest).split(",", 1)[0] ?? rest) + (rest.includes(",") ? "" : rest)
    : whole;
  const values = asserted
    .replace(callee, " ")
    .replace(ending === "go" ? /\((?:t|tb|b)(?=[,)])/ : /^\(/, "(")
    .replace(/(?<=[)\]])(?:\s{0,9}(?:\.|->|\?\.)\s{0,9}[\w$]{1,60}[!?]?){1,9}/g, " ");
  const words = values.match(/[\w$]{1,80}/g) ?? [];
  if (words.length === 0 && !/""|\[\s?\]|\{\s?\}/.test(values)) return true;
  return words.some((word) => !constants.test(word));
}
