/** How the test frameworks of the common languages declare a test: each alone, as one expression of all takes long to check. */
const declarations: readonly RegExp[] = [
  // A suite alone declares none, nor does the word in prose.
  /\b(?:it|test|specify|scenario)(?:\.(?:only|concurrent|failing))?\s?\(\s{0,40}["'`]/,
  // Not of a pattern: `/x/.test(a.b)`.
  /(?<!\.)\b(?:it|test|specify|scenario)(?:\.(?:only|concurrent|failing))?\s?\(\s{0,40}[\w$]{1,60}\s?[,.(+]/,
  /\b(?:it|test|describe)\.each\b/,
  /@(?:Parameterized|Repeated)?Test\b|@(?:TestFactory|TestTemplate|Property)\b/,
  /\[(?:Fact|Theory|Test|TestMethod|TestCase)\b/,
  // `testsOnly_open()` and `testSuite(with:)` of Swift are helpers, and `TestMain` of Go runs the tests.
  /\bfunc\stest(?![a-z])\w{0,200}\s?\(\s?\)|\bfunc\sTest(?![a-z])\w{0,200}\s?\((?!\w{0,40}\s\*testing\.M\b)/,
  /\bfun\s`?test|\bdef\stest[_A-Z]\w{0,200}|\bdef\s["'][^"'\n]{1,200}["']\s?\(|\bfunction\stest/,
  /#\[(?:\w{1,40}::){0,3}(?:test|rstest|test_case)\b/,
  /\b(?:test|it|should|specify|property)\s["']|\b(?:testWidgets|testGoldens|blocTest)\s?\(/,
  /\bTEST(?:_F|_P)?\s?\(/,
];

/** Whether a line, or a whole text, declares a test. */
export function declaresTest(text: string): boolean {
  return declarations.some((declaration) => declaration.test(text));
}
