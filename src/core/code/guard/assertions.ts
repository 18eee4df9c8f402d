import { declaresTest } from "./declares-test.ts";

/** How the test frameworks of the common languages assert. */
const assertions: readonly RegExp[] = [
  /\bassert|\bexpect|\brefute|\bmust_/i,
  /\bshould\b|\bverify\b/i,
  /\bXCTAssert|\bXCTFail/i,
  /#require|\brequire\.|\bThat\(|\bfail\s?\(/i,
  /\bt\.(?:Error|Fatal|Fail)/i,
  /\.(?:to|is|rejects|throws)\b/i,
];
/** Assertions that hold whatever the code does. */
const empty =
  /\b(?:expect\(\s{0,9}(?:true|1)\s{0,9}\)\.(?:toBe|toEqual)\(\s{0,9}(?:true|1)\s{0,9}\)|expect\(\s{0,9}true\s{0,9}\)\.toBeTruthy\(\s{0,9}\)|assert(?:True|\.ok|\.isTrue|_true|That)?\s{0,9}\(?\s{0,9}(?:true|True|1)\s{0,9}\)|assert\s{1,9}(?:True|true|1)\s{0,9}$|XCTAssert(?:True)?\(\s{0,9}true\s{0,9}\)|Assert\.True\(\s{0,9}true\s{0,9}\)|assert(?:Equal|Equals|_eq!)\(\s{0,9}1\s{0,9},\s{0,9}1\s{0,9}\))/gm;

/** True when the file declares tests but nothing in it can fail. */
export function declaresTestsWithoutAssertion(content: string): boolean {
  const code = withoutCommentLines(content);
  if (!declaresTest(code)) return false;
  return !asserts(code.replace(/\bshould\s["']/, ""));
}

/** Whether something in a text of tests can fail. */
export function asserts(text: string): boolean {
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
