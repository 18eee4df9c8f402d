/** How the test frameworks of the common languages declare a test. */
const declaration =
  /\b(?:it|test|specify|scenario|describe)(?:\.(?:each|only|concurrent|failing))?\s?\(|@Test\b|@ParameterizedTest\b|\[(?:Fact|Theory|Test|TestMethod|TestCase)\b|\bfunc\s+[Tt]est|\bfun\s+`?test|\bdef\s+test_|\bfunction\s+test|#\[(?:tokio::)?test\]|\btest\s+["']|\bit\s+["']|\bshould\s+["']|\bTEST(?:_F|_P)?\s?\(/;
const commentOrMark = /^\s*(?:\/\/|\/?\*|#|--|@|\[|"""|'''|$)/;

/** Lines around a tag where no declaration says how far its test goes. */
const around = 40;
const longest = 200;

/**
 * The test that a tag belongs to, as text: the declaration that follows the tag's comment, else the one it stands in, up
 * to the next declaration. `line` is 1-based. Where no test is declared, the lines around the tag.
 */
export function testBlock(lines: readonly string[], line: number): string {
  const tag = line - 1;
  const start = declarationFor(lines, tag);
  if (start === null) return lines.slice(Math.max(0, tag - around), tag + around).join("\n");
  let end = start + 1;
  while (end < lines.length && end - start < longest && !declaration.test(lines[end] ?? "")) end++;
  return lines.slice(Math.min(start, tag), end).join("\n");
}

function declarationFor(lines: readonly string[], tag: number): number | null {
  for (let i = tag; i < Math.min(lines.length, tag + 30); i++) {
    if (declaration.test(lines[i] ?? "")) return i;
    if (!commentOrMark.test(lines[i] ?? "")) break;
  }
  for (let i = tag - 1; i >= Math.max(0, tag - longest); i--) {
    if (declaration.test(lines[i] ?? "")) return i;
  }
  return null;
}
