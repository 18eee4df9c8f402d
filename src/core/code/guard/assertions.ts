import { declaresTest } from "./declares-test.ts";

/** How the test frameworks of the common languages assert. */
export const assertions: readonly RegExp[] = [
  /\bassert|\bexpect|\brefute|\bmust_/i,
  /\bshould\b|\bverify\b/i,
  /\bXCTAssert|\bXCTFail/i,
  /#require|\brequire\.|\bThat\(|\bfail\s?\(/i,
  /\bt\.(?:Error|Fatal|Fail(?!ed))/i,
  /(?:\.|->)(?:to|is|rejects|throws)\b|->throws/i,
  /\b(?:not)?(?:deep)?(?:strict)?equal\s?\(|\b(?:rejects|doesNotThrow|doesNotReject)\s?\(/i,
  // Between what is and what should be, called on it, or around a block; a test may have a name of that form.
  /[\w)\]}"'`!?]\sshould(?:(?:Not)?Be\s\(|[A-Z]\w{0,60}\s[^\s({=:])/,
  /(?:\.|->)should[A-Z]\w{0,60}\s?[(<{]|\bshould(?:Not)?(?:Throw|Raise|Fail|Complete)\w{0,40}\s?(?:<[^>\n]{1,80}>\s?)?\{/i,
  /\b(?:co)?verify[A-Z_]?\w{0,40}\s?[({!]|\.andExpect|\bshould_panic\b|\b(?:debug|prop)_assert|\bpanic!|\bwont_|\bflunk\b/i,
  /\b(?:raises|warns)\b|\bcheck(?:\.\w|\s?\()|\.check\s?\(|\bIssue\.record\b|\bconfirmation\s?\(|\bXCTUnwrap\b/,
  /\b(?:t|tb|b|s|ts|is|qt|suite)\.(?:Equal|NotEqual|True|False|Nil|NotNil|NoErr(?:or)?|Contains|Len|Empty|Fatal|Error|Fail|equals?|same|ok|true|false|truthy|falsy|deepEqual|strictEqual|match|like|snapshot|regex|plan)\w{0,20}\s?\(/,
  /\.(?:Received|DidNotReceive|Must(?:Not)?HaveHappened)\w{0,30}\(|\bmatch\w{0,20}Snapshot|\b(?:forAll|checkAll|Eventually|Consistently)\b|\.until(?:Asserted)?\s?\(|^\s{0,40}then:/im,
];
/** Assertions that hold whatever the code does. */
const empty =
  /\b(?:expect\(\s{0,9}(?:true|1)\s{0,9}\)\.(?:toBe|toEqual)\(\s{0,9}(?:true|1)\s{0,9}\)|expect\(\s{0,9}true\s{0,9}\)\.toBeTruthy\(\s{0,9}\)|assert(?:True|\.ok|\.isTrue|_true|That)?\s{0,9}\(?\s{0,9}(?:true|True|1)\s{0,9}\)|assert\s{1,9}(?:True|true|1)\s{0,9}$|XCTAssert(?:True)?\(\s{0,9}true\s{0,9}\)|Assert\.True\(\s{0,9}true\s{0,9}\)|assert(?:Equal|Equals|_eq!)\(\s{0,9}1\s{0,9},\s{0,9}1\s{0,9}\))/gm;

/** What names a test or a suite says of it what should be, and asserts nothing. */
const titles =
  /\b(?:it|test|describe|specify|context|suite|scenario|group|testWidgets|DisplayName|testdox)(?:\.\w{1,20})?\s?\(?\s?(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|`[^`\n]{0,300}`)/gi;

/** True when the file declares tests but nothing in it can fail. */
export function declaresTestsWithoutAssertion(content: string): boolean {
  const code = withoutCommentLines(content);
  if (!declaresTest(code)) return false;
  return !asserts(code.replace(/\bshould\s["']/, "").replace(titles, ""));
}

/** Whether something in a text of tests can fail. */
function asserts(text: string): boolean {
  const rest = withoutCommentLines(text).replace(empty, "");
  return assertions.some((assertion) => assertion.test(rest));
}

/** Drops whole-line comments; good enough to keep a commented-out assertion from counting. */
function withoutCommentLines(content: string): string {
  return content
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/?\*|#(?!\[|expect|require))/.test(line))
    .join("\n");
}
