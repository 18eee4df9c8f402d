import { approval } from "../../../src/core/plan/approval.ts";

const text = '---\nstatus: draft\nentries:\n  - id: "LM1"\n---\n\nOne batch.\n';
const accepted = text.replace("draft", "accepted");
const other = text.replace("One", "Another");
const [head, merge] = ["a".repeat(40), "b".repeat(40)];
const by = (...parents: readonly string[]) => ({ commit: merge, parents });

test.each([
  ["a merge commit", by("base", head), text, text, "approved"],
  ["a squash, or the last commit of a rebase", by("base"), text, text, "approved"],
  ["the document has been marked as accepted since", by("base", head), text, accepted, "approved"],
  ["a merge of something that holds it", by("base", "feature"), text, text, "came-along"],
  ["a push of the head itself", { commit: head, parents: ["base"] }, text, text, "came-along"],
  ["no commit is named", null, null, text, "came-along"],
  ["the named commit has another text", by("base", head), other, text, "came-along"],
  ["the base has another text", by("base", head), text, other, "not-in-base"],
  ["the base has none", by("base", head), text, null, "not-in-base"],
  ["nothing has it", by("base", head), null, null, "not-in-base"],
])("%s", (_what, made, atMerge, atBase, expected) => {
  expect(approval({ head, merge: made, texts: { head: text, merge: atMerge, base: atBase } })).toBe(expected);
});
