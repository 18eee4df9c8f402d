import { declaresTest } from "../guard/declares-test.ts";

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
  while (end < lines.length && end - start < longest && !declaresTest(lines[end] ?? "")) end++;
  return lines.slice(Math.min(start, tag), end).join("\n");
}

function declarationFor(lines: readonly string[], tag: number): number | null {
  for (let i = tag; i < Math.min(lines.length, tag + 30); i++) {
    if (declaresTest(lines[i] ?? "")) return i;
    if (!commentOrMark.test(lines[i] ?? "")) break;
  }
  for (let i = tag - 1; i >= Math.max(0, tag - longest); i--) {
    if (declaresTest(lines[i] ?? "")) return i;
  }
  return null;
}
