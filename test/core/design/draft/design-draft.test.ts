import { fileURLToPath } from "node:url";
import { documentOf } from "../../../../src/core/design/design-document.ts";
import { sectionsOf } from "../../../../src/core/design/design-problem.ts";
import { checkDraft } from "../../../../src/core/design/draft/check-draft.ts";
import { type DesignDraft, problemsOf, readDraft } from "../../../../src/core/design/draft/design-draft.ts";
import { draftRequest } from "../../../../src/core/design/draft/draft-request.ts";
import { anthropicRequest } from "../../../../src/shell/model/anthropic-request.ts";
import { parseInterfaces } from "../../../../src/shell/designer/parse-interfaces.ts";
import { parseCheck } from "../../../../src/shell/writer/parse-check.ts";
import { designWorld, goodDraft } from "../../../support/design-draft.ts";
import { expectGolden, expectGoldenJson } from "../../../support/golden.ts";
import { openMermaid } from "../../../support/mermaid-page.ts";

const golden = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const { facts, all } = designWorld();

async function checked(draft: DesignDraft) {
  const parsed = await parseInterfaces(draft.interfaces, parseCheck);
  return checkDraft(draft, { facts, all, parsed });
}

async function documentFrom(draft: DesignDraft): Promise<string> {
  return documentOf(facts, await checked(draft)).content ?? "";
}

test("the request holds the entries as data only", () => {
  const { request } = designWorld("keep it <b>small</b>");
  expectGoldenJson(anthropicRequest(request, "a-model"), golden("request.json"));
  expect(request.system).not.toContain("UPL1");
});

test("what a page does not show of an entry is quoted in no part of the request", () => {
  const [entry, ...more] = facts.entries;
  if (entry === undefined) throw new Error("no entry");
  const hidden = "Which one is open? ![HIDDEN words](x.png)[^HIDDEN-label-of-a-note]";
  const design = {
    ...facts,
    entries: [{ ...entry, text: `${entry.text} ${hidden}` }, ...more],
    sentences: [...facts.sentences, { id: entry.id, text: `It depends: ${hidden}` }],
  };
  expect(JSON.stringify(draftRequest({ design, neighbours: [], note: null }))).not.toContain("HIDDEN");
});

test("a line of a drawing's source is no evidence that the model is shown", () => {
  const [member, ...more] = facts.members;
  const after = member?.change.after;
  if (member === undefined || !after) throw new Error("no entry");
  const init = '%%{init: {"note": "HIDDEN words that may be read"}}%%';
  const entry = {
    ...after,
    text: `${after.text}\n\n\`\`\`mermaid\n${init}\nflowchart LR\n  A --> B\n\`\`\``,
  };
  const [first, ...others] = member.criteria;
  if (first === undefined) throw new Error("no criterion");
  const span = { file: "spec.md", line: 9, endLine: 9, quote: init };
  const criteria = [{ ...first, evidence: [span] }, ...others];
  const members = [{ ...member, change: { ...member.change, after: entry }, criteria }, ...more];
  const sent = JSON.stringify(draftRequest({ design: { ...facts, members }, neighbours: [], note: null }));
  expect(sent).not.toContain("HIDDEN");
  expect(sent).toContain("memory use must stay low on mobile devices");
});

test("entries that are too long for one request are not asked about", () => {
  const members = facts.members.map((member) => {
    const { after } = member.change;
    return after === null
      ? member
      : { ...member, change: { ...member.change, after: { ...after, text: "x".repeat(90_000) } } };
  });
  expect(draftRequest({ design: { ...facts, members }, neighbours: [], note: null })).toBeNull();
});

test("a draft that passes every check stands in the document without a mark", async () => {
  const draft = readDraft(JSON.stringify(goodDraft));
  if (draft === null) throw new Error("The draft is readable.");
  expect(problemsOf(await checked(draft))).toEqual([]);
  const document = await documentFrom(draft);
  expectGolden(document, golden("drafted.md"));
  expect(document).not.toContain("Check failed");
});

const bad: DesignDraft = {
  interfaces: [
    { language: "TypeScript", entries: ["UPL1b"], text: "export interface {\n  ```\n# no heading" },
    { language: "Haskell", entries: ["UPL1b"], text: "data Upload = Upload" },
    { language: "Go", entries: ["UPL1c"], text: "package upload // \u202E" },
  ],
  abstractions: [
    { name: "Scheduler", entries: ["UPL9z"], text: "Cites what does not exist." },
    { name: "<img src=x>", entries: [], text: "Cites nothing, pings @team and ## breaks out." },
  ],
  dataFlow: [{ entries: ["UPL1b"], text: "  " }],
  diagrams: [{ entries: ["UPL1b"], text: "graph TD; a-->b; click a callback" }],
  platform: [{ entries: ["UPL1b"], text: `Use the key ghp_${"a1B2".repeat(9)}.` }],
  performance: [],
  tests: [{ entries: ["UPL1b", "ERR7"], text: "Reports 41007." }],
  questions: [{ entries: ["UPL1c"], text: "Is RTN77 meant?", options: [] }],
};

test("a statement may speak of an entry of the same feature, which was shown, and of none that was not", async () => {
  const parsed = await parseInterfaces([], parseCheck);
  const say = (text: string) => ({ name: "Errors", entries: ["UPL1c"], text });
  const abstractions = [say("UPL1a contradicts it."), say("OTH3 contradicts it.")];
  const draft = { ...goodDraft, interfaces: [], abstractions };
  const checked = checkDraft(draft, { facts, all: [...all, "OTH3"], parsed });
  expect(checked.abstractions.map(({ problem }) => problem)).toEqual([
    null,
    'it speaks of "OTH3", which was not shown',
  ]);
});

test("what fails a check is marked with the reason, and nothing of it is hidden or live", async () => {
  const document = await documentFrom(bad);
  expectGolden(document, golden("marked.md"));
  expect(document).not.toMatch(/^[^`]*<img|ghp_|\u202E|```mermaid|\(`UPL9z`\)/m);
  expect([...sectionsOf(document).keys()]).toEqual([...sectionsOf(await documentFrom(goodDraft)).keys()]);
  expect(document).toContain("Check failed");
  const problems = problemsOf(await checked(bad));
  expect(problems).toHaveLength(8);
});

test("a draft that leaves parts out is sent back for none of them, and no section is empty", async () => {
  const nothing: DesignDraft = {
    ...{ interfaces: [], abstractions: [], dataFlow: [], diagrams: [] },
    ...{ platform: [], performance: [], tests: [], questions: [] },
  };
  for (const section of (await documentFrom(nothing)).split(/^## .+$/m).slice(1))
    expect(section.trim()).not.toBe("");
  expect(problemsOf(await checked(nothing))).toEqual([]);
});

test("what is no draft is none", () => {
  for (const text of ["", "{}", "[]", "null", JSON.stringify({ ...goodDraft, tests: "none" })])
    expect(readDraft(text)).toBeNull();
  const many = { ...goodDraft, platform: Array.from({ length: 90 }, () => ({ entries: [], text: "x" })) };
  expect(readDraft(JSON.stringify(many))?.platform).toHaveLength(40);
});

test("the diagram of a draft that passed is drawn by Mermaid itself", async () => {
  const page = await openMermaid();
  if (page === null) return;
  try {
    for (const { text } of goodDraft.diagrams) expect(await page.problem(text)).toBeNull();
  } finally {
    await page.close();
  }
}, 60_000);

test.each([
  ["`UPL1c` waits 250 ms before it sends again.", "250"],
  ["The client keeps `retryBudget` for each part.", "retryBudget"],
  ["A part waits thirty seconds before it is sent again.", "30"],
  ["A part is sent twice before it fails.", "2"],
  ["A part waits 7 seconds before it is sent again.", "7"],
  ["Two parts are told apart by seven names.", null],
  ["At most `maxParallel` parts are under way; the fourth failure ends with 41008.", null],
  ["`Uploader` sends at most `maxParallel` parts.", null],
])("what nothing that was shown holds is marked: %j", async (text, name) => {
  const statement = { entries: ["UPL1b"], text };
  const one: DesignDraft = {
    ...goodDraft,
    dataFlow: [statement],
    abstractions: [{ ...statement, name: "Uploader" }],
  };
  const { dataFlow } = await checked(one);
  expect(dataFlow[0]?.problem).toBe(name === null ? null : `"${name}" stands in nothing that was shown`);
});

test("without a language of a target an interface has the spec's own form, and none is assumed", async () => {
  const texts = { entries: ["UPL1b"], text: "upload:\n  maxParallel: 3\n" };
  const interfaces = [
    { ...texts, language: "YAML" },
    { ...texts, language: "typescript", text: "export interface Upload { maxParallel: number }" },
  ];
  const parsed = await parseInterfaces(interfaces, parseCheck);
  const { interfaces: found } = checkDraft(
    { ...goodDraft, interfaces },
    { facts: { ...facts, targets: [] }, all, parsed },
  );
  expect(found.map(({ language, problem }) => [language, problem])).toEqual([
    ["yaml", null],
    ["typescript", 'no target says that it is written in "typescript"'],
  ]);
});

test("the draft sees the rest of the feature, why the review asks for it, and the code that was read", () => {
  const code = [{ path: "src/upload.ts", text: "export class Uploader {}", why: "it names UPL1" }];
  const request = draftRequest({ design: facts, neighbours: [], note: null, code });
  const asked = JSON.stringify(request?.messages);
  expect(asked).toContain("The default part size is 8 MB.");
  expect(asked).toContain('\\"reason\\"');
  expect(request?.documents.map(({ title }) => title)).toEqual(["file: src/upload.ts"]);
});
