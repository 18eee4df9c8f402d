/** How the test frameworks of the common languages declare a test … */
const testDeclaration =
  /\b(?:it|test|specify|scenario)(?:\.(?:each|only|concurrent|failing))?\s*\(|@Test\b|@ParameterizedTest\b|\[(?:Fact|Theory|Test|TestMethod|TestCase)\b|\bfunc\s+[Tt]est|\bfun\s+`?test|\bdef\s+test_|\bfunction\s+test|#\[(?:tokio::)?test\]|\btest\s+["']|\bit\s+["']|\bshould\s+["']|\bTEST(?:_F|_P)?\s*\(/;
/** … and how they assert. */
const assertion =
  /\bassert|\bexpect|\bshould\b|\bXCTAssert|\bXCTFail|#expect|#require|\bAssert\.|\brequire\.|\bt\.(?:Error|Fatal|Fail)|\bverify\b|\brefute|\bmust_|\bEXPECT_|\bASSERT_|\bfail\s*\(|\bThat\(|\.(?:to|is|rejects|throws)\b/i;
/** Assertions that hold whatever the code does. */
const empty =
  /\b(?:expect\(\s*(?:true|1)\s*\)\.(?:toBe|toEqual)\(\s*(?:true|1)\s*\)|expect\(\s*true\s*\)\.toBeTruthy\(\s*\)|assert(?:True|\.ok|\.isTrue|_true|That)?\s*\(?\s*(?:true|True|1)\s*\)|assert\s+(?:True|true|1)\s*$|XCTAssert(?:True)?\(\s*true\s*\)|Assert\.True\(\s*true\s*\)|assert(?:Equal|Equals|_eq!)\(\s*1\s*,\s*1\s*\))/gm;

/** True when the file declares tests but nothing in it can fail. */
export function declaresTestsWithoutAssertion(content: string): boolean {
  const code = withoutComments(content);
  if (!testDeclaration.test(code)) return false;
  return !assertion.test(code.replace(empty, "").replace(testDeclaration, ""));
}

/** Drops whole-line comments; good enough to keep a commented-out assertion from counting. */
function withoutComments(content: string): string {
  return content
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/|\/?\*|#(?!\[|expect|require))/.test(line))
    .join("\n");
}
