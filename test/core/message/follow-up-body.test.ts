import { codeChecks } from "../../../src/core/message/code-checks.ts";
import {
  followUpBody,
  followUpCommitMessage,
  type FollowUpText,
} from "../../../src/core/message/follow-up-body.ts";

const text: FollowUpText = {
  data: {
    source: "acme/spec#7",
    stage: "code",
    workPackage: "send",
    target: "js",
    head: "a".repeat(40),
    entries: {},
  },
  spec: { webUrl: "https://github.com", repository: { owner: "acme", name: "spec" } },
  pullRequest: 7,
  entries: [{ id: "SND1", file: "spec.md", line: 3, reason: "Fully specified.", hasTestData: true }],
  requestedBy: "ada",
  commentUrl: null,
  fromFork: false,
  verified: [],
  notVerified: [],
  model: null,
};

test("a refused write is the first line of the body, and stands in the commit", () => {
  const incomplete = ["package.json: the path is a manifest", "@evil\n/merge: the path is absolute"];
  const body = followUpBody({ ...text, incomplete });
  expect(body.split("\n")[0]).toBe(
    "**Incomplete**: 2 writes that the change asked for were refused and nothing took their place. By hand: package.json: the path is a manifest; @&#8203;evil /merge: the path is absolute.",
  );
  expect(followUpCommitMessage({ ...text, incomplete })).toBe(
    "Implement SND1\n\nIncomplete, these writes were refused:\n- package.json: the path is a manifest\n- evil /merge: the path is absolute",
  );
});

test("refused writes beyond the twenty that are named are counted", () => {
  const unresolved = Array.from({ length: 24 }, (_, at) => ({ message: `src/n${at}/package.json: no` }));
  const { incomplete } = codeChecks({
    ...{ entries: 1, vectors: 0, folders: [], unverified: [], notShown: [], uses: [], left: [] },
    unresolved,
  });
  const [first = ""] = followUpBody({ ...text, incomplete }).split("\n");
  expect(first).toContain("**Incomplete**: 24 writes");
  expect(first).toMatch(/n19\/package\.json: no; and 4 more\.$/);
  expect(followUpCommitMessage({ ...text, incomplete })).toMatch(/n19\/package\.json: no\n- and 4 more$/);
});

test("code from a fork waits for a writer before CI runs it; other code and designs do not", () => {
  expect(followUpCommitMessage({ ...text, fromFork: true })).toMatch(/\n\n\[skip ci\]/);
  expect(followUpBody({ ...text, fromFork: true })).toContain("**CI waits**");
  expect(followUpCommitMessage(text)).toBe("Implement SND1");
  const design = { ...text, fromFork: true, data: { ...text.data, stage: "design" as const } };
  expect(followUpCommitMessage(design)).toBe("Design for SND1");
});

test("what the change newly uses stands before its entries", () => {
  const body = followUpBody({ ...text, readFirst: ["`src/a.ts:3` newly uses a process."] });
  expect(body.indexOf("**Read first**")).toBeGreaterThan(0);
  expect(body.indexOf("**Read first**")).toBeLessThan(body.indexOf("| Entry |"));
});
