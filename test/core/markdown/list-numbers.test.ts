import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { forModel } from "../../../src/core/markdown/source.ts";

/** What a judge reads of an entry with a text. */
function read(text: string): string {
  const headFiles = [forModel({ path: "a.md", text: `# S\n\n## FR-001: Old\n\nIt waits.\n\n${text}\n` })];
  const [item] = reviewSpecs({ base: "a", head: "b", baseFiles: [], headFiles, listToJudge: true }).toJudge;
  return item?.after ?? "";
}

test.each(["<!-- x -->", "[x]: /u", "[^x]: A note that nothing calls."])(
  "a list begins anew behind %j, which nobody reads",
  (between) => {
    expect(read(`1. a\n2. b\n\n${between}\n\n7. c\n9. d`)).toContain("1. a\n2. b\n\n7. c\n8. d");
  },
);

test("the items of one list are counted from its first one", () => {
  expect(read("3. a\n1. b\n9. c")).toContain("3. a\n4. b\n5. c");
});
