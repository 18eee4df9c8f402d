import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { forModel } from "../../../src/core/markdown/source.ts";

const words = "the server must delete all accounts at midnight";
const file = (text: string, path = "spec.md") => [
  forModel({ path, text: `# S\n\n## FR-001: Old\n\nThe app shows a list.\n\n${text}\n\nIt stops.\n` }),
];
const judged = (before: string, after: string, path?: string): string =>
  JSON.stringify(
    reviewSpecs({
      base: "a",
      head: "b",
      baseFiles: file(before, path),
      headFiles: file(after, path),
      listToJudge: true,
    }).toJudge.map(({ changed }) => changed),
  );

test.each([
  `[Note]: ${words}.`,
  `[x\\]: ${words}`,
  `[Note]: # ${words}.`,
  `> [Note]: ${words}.`,
  `- [Note]: ${words}.`,
  `Some words\n[Note]: ${words}.`,
  `[Note]:\n${words}`,
  `[Note]: /u "title" ${words}`,
  `{/* ${words} */}`,
  `It [waits][${words}].`,
])("words that define nothing are words, as on the page: %j", (text) => {
  expect(judged("", text)).toContain("delete all accounts");
  expect(judged(text, "")).toContain("delete all accounts");
  expect(judged(text, text.replace("must", "must not"))).toContain("must not");
});

test.each([`[Note]: /u "${words}"`, `[Note]:\n/u\n'${words}'`, `[//]: # (${words})`, `[Limit]: <${words}>`])(
  "what defines a link is not read: %j",
  (text) => {
    expect(judged("", text)).not.toContain("delete all accounts");
  },
);

test("comments of MDX are none but in its files", () => {
  expect(judged("", `{/* ${words} */}`, "spec.mdx")).not.toContain("delete all accounts");
});

test("what is too far in to be a note goes on with its paragraph", () => {
  const headFiles = [forModel({ path: "a.md", text: `# A\n\n- \`(A1)\` It waits.\n      [^b]: ${words}\n` })];
  const { toJudge } = reviewSpecs({ base: "a", head: "b", baseFiles: [], headFiles, listToJudge: true });
  expect(toJudge[0]?.after).toContain("delete all accounts");
});
