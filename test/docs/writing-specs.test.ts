import { readFileSync } from "node:fs";
import type { Path } from "../../src/core/decision/review.ts";
import { reviewSpecs } from "../../src/core/decision/review-specs.ts";

const page = readFileSync(new URL("../../docs/writing-specs.md", import.meta.url), "utf8");

function reviewNew(text: string) {
  return reviewSpecs({
    base: "base",
    head: "head",
    baseFiles: [{ path: "spec.md", text: "# Retries\n\n- `(RET1)` Requests use HTTPS.\n" }],
    headFiles: [{ path: "spec.md", text: `# Retries\n\n- \`(RET1)\` Requests use HTTPS.\n${text}\n` }],
  });
}

/** The quoted examples of the table, each as the text of a new entry. */
const rows = page
  .split("\n")
  .filter((line) => /^\| .*\?/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, question = "", direct = "", design = ""]) => ({ question, direct, design }));

function pathOfExample(cell: string): Path | undefined {
  const words = /"([^"]+)"/.exec(cell)?.[1];
  if (words === undefined) return undefined;
  return reviewNew(`- \`(RET2)\` The client ${words.replace(/^the client /, "")}.`).recommendations[0]?.path;
}

test("the page asks the eight questions", () => {
  expect(rows).toHaveLength(8);
});

test.each(rows)("$question: the examples get the path the page promises", ({ direct, design }) => {
  expect([undefined, "code"]).toContain(pathOfExample(direct));
  expect([undefined, "design"]).toContain(pathOfExample(design));
});

test("every entry the page shows as direct is read, goes direct, and has no finding", () => {
  const blocks = [...page.matchAll(/```markdown\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) {
    const { recommendations, findings } = reviewNew(block);
    expect(recommendations.length).toBeGreaterThan(0);
    expect(recommendations.map(({ change, path }) => [change.id, path])).toEqual(
      recommendations.map(({ change }) => [change.id, "code"]),
    );
    expect(findings).toEqual([]);
  }
});
