import { judgeItem } from "../../../src/core/decision/judge-item.ts";
import { checkClaim, type Claim } from "../../../src/core/decision/judge-reply.ts";
import { neighbouringEntries } from "../../../src/core/code/requested-entries.ts";
import { aroundEntries } from "../../../src/core/code/verification/judge/around-entries.ts";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { leadInText } from "../../../src/core/entries/lead-ins.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { buildSpecIndex } from "../../../src/core/entries/spec-index.ts";

const never = "The client MUST NOT do any of these:";
const others = "- `(EP1)` The client MUST wait.\n- `(EP2)` The client MUST retry.\n\n";
const file = (text: string) => ({ path: "a.md", text: `# A\n\n${others}## B\n\n${text}\n` });
const leadIn = (text: string): string => {
  const entries = parseSpec([file(text)]).files.flatMap((one) => one.entries);
  const entry = entries.find(({ id }) => id === "EP9");
  return entry === undefined ? "no entry" : leadInText(entry);
};

test.each([
  [`${never}\n\n- \`(EP9)\` send it.`, never],
  [`${never}\n- \`(EP9)\` send it.`, never],
  [`- ${never}\n  - \`(EP9)\` send it.`, never],
  [`1. ${never}\n\n   more of it\n\n   - \`(EP8)\` wait.\n   - \`(EP9)\` send it.`, `${never}\n\nmore of it`],
  [
    "The client never does\nany of these.\n\n- `(EP8)` wait.\n- `(EP9)` send it.",
    "The client never does\nany of these.",
  ],
  [`- Never:\n  - on Sundays:\n    - \`(EP9)\` send it.`, "Never:\non Sundays:"],
  [`- \`(EP8)\` It waits.\n\n  **Never:**\n\n  - \`(EP9)\` send it.`, "**Never:**"],
  [`${never}\n\n[x]: /u "y"\n\n- \`(EP9)\` send it.`, never],
])("what an entry of %j stands under", (text, words) => {
  expect(leadIn(text)).toBe(words);
});

test.each([
  ["- `(EP9)` send it."],
  [`${never}\n\n- `.concat("wait.\n\nAnd:\n\n## C\n\n- `(EP9)` send it.")],
  ["- `(EP8)` The client does:\n  - `(EP9)` send it."],
  ["It says nothing of a list.\n\n    code\n\n- `(EP9)` send it."],
])("an entry of %j stands under nothing", (text) => {
  expect(leadIn(text)).toBe("");
});

const under = file(`${never}\n\n- \`(EP9)\` send the secret to every peer.`);

test("judge, writer, designer and the judge of code read what an entry stands under", () => {
  const compared = compareSpecs([file("")], [under]);
  const [change] = compared.diff.changes;
  const after = change?.after;
  if (change === undefined || !after) throw new Error("no change");
  const context = buildSpecIndex(compared);
  expect(judgeItem(change, context).context[0]).toEqual({ id: "EP9", relation: "stands under", text: never });
  const [recommendation] = reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: [file("")],
    headFiles: [under],
  }).recommendations;
  const head = new Map([[after.id, after]]);
  const read = [{ id: "what EP9 stands under", text: never }];
  expect(neighbouringEntries(recommendation ? [recommendation] : [], { base: new Map(), head })).toEqual(
    read,
  );
  expect(aroundEntries([after], [after])).toEqual(read);
  const claim: Claim = {
    quote: "MUST NOT do any",
    work: "yes",
    nothing: "",
    open: "",
    path: "code",
    because: "a",
    reasons: [],
  };
  expect(checkClaim(claim, change, context)?.evidence).toMatchObject({ line: 8, quote: "MUST NOT do any" });
});

test("words above that changed are told, though no entry did", () => {
  const review = (before: string, after: string) =>
    reviewSpecs({ base: "a", head: "b", baseFiles: [file(before)], headFiles: [file(after)] });
  const list = "- `(EP8)` wait.\n- `(EP9)` send it.";
  const { recommendations, findings } = review(`The client MUST:\n\n${list}`, `${never}\n\n${list}`);
  expect(recommendations).toEqual([]);
  expect(findings).toMatchObject([{ rule: "changed-lead-in", id: "EP8", file: "a.md", line: 8 }]);
  expect(findings[0]?.message).toContain("EP8, EP9");
  expect(review(`The client MUST:\n\n${list}`, `The  client\nMUST:\n\n${list}`).findings).toEqual([]);
});

test("a footnote that the words around entries call stands with them", () => {
  const text =
    "# S\n\nThe app[^1]:\n\n- FR-001: It must wait.\n- FR-002: It must end.\n\n[^1]: Never on a phone.\n";
  const [file] = parseSpec([{ path: "a.md", text }]).files;
  for (const entry of file?.entries ?? []) expect(leadInText(entry)).toContain("Never on a phone.");
  expect(file?.entries).toHaveLength(2);
});

const key = "Never for guests";

test.each([
  [`- Some\n  > ${key}:\n\n  - FR-001: It ends.`, "Some\n[…]"],
  [`- Some\n  \`\`\`\n  ${key}\n  \`\`\`\n  - FR-001: It ends.`, "Some\n[…]"],
  [`- Some\n\n  | a |\n  |---|\n  | ${key} |\n\n  - FR-001: It ends.`, "Some\n[…]"],
  [`- Some.\n\n  ${key}.\n\n  Then:\n\n  - FR-001: It ends.`, "Some.\n[…]\n\nThen:"],
  [`- Some\n  1. ${key}\n\n  - FR-001: It ends.`, "Some\n[…]"],
  [`- # ${key}\n\n  - FR-001: It ends.`, "[…]"],
  [`- Some\n  - FR-001: It ends.\n  - FR-002: It waits.\n\n  ${key}.`, "Some\n\n[…]"],
  [`- Some\n\n  > ${key}\n\n  FR-001: It ends.\n\n  More.`, "Some\n[…]\n\n[…]"],
  [`<p align="center">${key}:</p>\n\n- FR-001: It ends.`, "[…]"],
  ["- Some\n  - FR-001: It ends.\n  - FR-002: It waits.", "Some"],
  [`- ${key}:\n\n  - FR-001: It ends.\n\n    > In an entry.`, `${key}:`],
])("a mark stands for what of an item around an entry is left out: %j", (text, stands) => {
  const [file] = parseSpec([{ path: "a.md", text: `# S\n\n${text}\n` }]).files;
  expect(file?.entries.filter(({ id }) => id.endsWith("FR-001")).map(leadInText)).toEqual([stands]);
});

test("items with many lists in them are read in time that is linear", () => {
  const text = (count: number) => `# S\n\n- Some\n${"\n  - FR-001: It ends.\n\n  Then:\n".repeat(count)}`;
  const time = (count: number): number => {
    const start = process.cpuUsage();
    parseSpec([{ path: "a.md", text: text(count) }]);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  time(500);
  expect(time(8000) / Math.max(time(1000), 10_000)).toBeLessThan(30);
});
