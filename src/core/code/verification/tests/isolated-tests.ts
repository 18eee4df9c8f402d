import type { ParsedFile } from "../../syntax/syntax-node.ts";
import { testCasesIn } from "./test-cases.ts";

/** A new test by itself: its file as it is, but for every other new test. */
export interface IsolatedTest {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** The tests that a file holds and did not hold before, each alone; `before` is its earlier text, null for a new file. */
export function isolatedTests(file: ParsedFile, before: string | null): readonly IsolatedTest[] {
  const fresh = testCasesIn(file).filter(
    ({ isGroup, off, node }) => !isGroup && off === null && before?.includes(node.text) !== true,
  );
  return fresh.map((one) => {
    const others = fresh.filter(({ node }) => node.end <= one.node.start || node.start >= one.node.end);
    let text = file.text;
    for (const { node } of others.toReversed()) text = text.slice(0, node.start) + text.slice(node.end);
    return { path: file.path, title: one.title, text };
  });
}
