import { enclosedLines } from "./comments.ts";
import { declaresTest } from "./declares-test.ts";
import { looksAtSomething } from "./held-assertions.ts";
import { skipsTest } from "./skipped-tests.ts";
import { lineWithoutComments } from "./uncommented.ts";

interface Test {
  readonly name: string;
  /** From 0. */
  readonly line: number;
  readonly asserts: boolean;
}

/** Lines, from 0, of tests that are skipped now or have lost all of their assertions; the first line where some are gone. */
export function weakerTests(content: string, before: string, ending: string): readonly number[] {
  const [lines, old] = [content.split("\n"), before.split("\n")];
  // What looks like a comment may be none, so both ways to read a file are asked.
  const found = [...weakerIn(lines, old, ending), ...weakerIn(uncommented(lines), uncommented(old), ending)];
  return [...new Set(found)];
}

function uncommented(lines: readonly string[]): readonly string[] {
  const enclosed = enclosedLines(lines);
  return lines.map((line, at) => (enclosed.has(at) ? "" : lineWithoutComments(` ${line}`).slice(1)));
}

function weakerIn(lines: readonly string[], old: readonly string[], ending: string): readonly number[] {
  const [tests, had] = [testsIn(lines, ending), testsIn(old, ending)];
  if (tests.length === 0 && had.length === 0) return [];
  const known = new Set(old.map((line) => line.trim()));
  const asserted = new Set(had.filter((test) => test.asserts).map(({ name }) => name));
  return [
    ...(tests.length < had.length ? [0] : []),
    ...tests.filter((test) => !test.asserts && asserted.has(test.name)).map(({ line }) => line),
    ...lines.flatMap((line, at) => (skipsTest(line) && !known.has(line.trim()) ? [at] : [])),
  ];
}

/** Tests of a file, each from the line that declares it to the next one. */
function testsIn(lines: readonly string[], ending: string): readonly Test[] {
  const starts = lines.flatMap((line, at) => (declaresTest(line) ? [at] : []));
  return starts.map((start, nth) => {
    const rest = lines.slice(start + 1, starts[nth + 1]).join("\n");
    // Of the declaring line, what follows its name: a test may stand in one line.
    const own = (lines[start] ?? "").replace(/\b(?:it|test|should)\b/g, "");
    return {
      name: nameOf(lines[start] ?? ""),
      line: start,
      asserts: looksAtSomething(`${own}\n${rest}`, ending),
    };
  });
}

/** What names a test: its title, or the line up to its body. */
function nameOf(line: string): string {
  return /["'`]([^"'`]{1,300})["'`]/.exec(line)?.[1] ?? line.trim().split(/[({]/, 1)[0] ?? "";
}
