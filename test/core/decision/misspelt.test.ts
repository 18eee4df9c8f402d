import { misspelt } from "../../../src/core/decision/no-work/lone-words.ts";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

test.each([
  ["uniqe", "unique"],
  ["seperated", "separated"],
  ["definiton", "definition"],
  ["reqeust", "request"],
  ["returnes", null],
])("%s can only mean %s", (wrong, right) => {
  expect(misspelt(wrong)).toBe(right ?? "returns");
});

test.each([
  ...[
    "accept",
    "except",
    "insert",
    "upsert",
    "unset",
    "upset",
    "contact",
    "contract",
    "minute",
    "enqueue",
    "dequeue",
  ],
  ...["config", "webhook", "async", "idempotent", "now", "not", "Uniqe", "uniq3e", "requests"],
])("%s is what it says", (word) => {
  expect(misspelt(word)).toBeNull();
});

const kinds = (before: string, after: string): string[] => {
  const file = (text: string) => [{ path: "spec.md", text: `# Keys\n\n- \`(KY1)\` ${text}\n` }];
  const review = reviewSpecs({ base: "b", head: "h", baseFiles: file(before), headFiles: file(after) });
  return review.recommendations.map(({ path }) => path);
};

test("a corrected word leaves nothing to build; a word in code, a name and another word do", () => {
  expect(kinds("Each key is uniqe.", "Each key is unique.")).toEqual(["none"]);
  expect(kinds("Send `uniqe` with it.", "Send `unique` with it.")).toEqual(["code"]);
  expect(kinds("The contact is kept.", "The contract is kept.")).toEqual(["code"]);
  expect(kinds("Call the Uniqe service.", "Call the Unique service.")).toEqual(["code"]);
});
