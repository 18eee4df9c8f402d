/** How the test frameworks of the common languages declare a test: each alone, as one expression of all takes long to check. */
const declarations: readonly RegExp[] = [
  /\b(?:it|test|specify|scenario|describe)(?:\.(?:each|only|concurrent|failing))?\s?\(/,
  /@Test\b|@ParameterizedTest\b/,
  /\[(?:Fact|Theory|Test|TestMethod|TestCase)\b/,
  /\bfunc\s[Tt]est|\bfun\s`?test|\bdef\stest_|\bfunction\stest/,
  /#\[(?:tokio::)?test\]/,
  /\b(?:test|it|should)\s["']/,
  /\bTEST(?:_F|_P)?\s?\(/,
];

/** Whether a line, or a whole text, declares a test. */
export function declaresTest(text: string): boolean {
  return declarations.some((declaration) => declaration.test(text));
}
