import { findTargets, type TargetFacts } from "../../../src/core/code/find-target.ts";
import { parseRepoConfig } from "../../../src/core/repo-config.ts";

const config = parseRepoConfig(`targets:
  - { name: own, path: packages/own }
  - { name: js, repository: acme/sdk-js }
  - { name: core, repository: acme/mono, path: core/ }
  - { name: extra, repository: acme/mono, path: ./extra }
`);
const targets = Array.isArray(config) ? [] : config.targets;

function found(facts: Partial<TargetFacts>): string[] {
  const known = { repository: null, name: "somewhere", folder: "", holdsSpec: false };
  return findTargets(targets, { ...known, ...facts }).map(({ name }) => name);
}

test("by the remote, whatever the clone is called, without case", () => {
  expect(found({ repository: "Acme/SDK-js" })).toEqual(["js"]);
});

test("by the name of the target or its repository where the remote says nothing", () => {
  expect(found({ name: "sdk-js" })).toEqual(["js"]);
  expect(found({ name: "js" })).toEqual(["js"]);
  expect(found({})).toEqual([]);
});

test("the folder decides between targets of one repository", () => {
  expect(found({ repository: "acme/mono" })).toEqual(["core", "extra"]);
  expect(found({ repository: "acme/mono", folder: "extra" })).toEqual(["extra"]);
  expect(found({ repository: "acme/mono", folder: "other" })).toEqual([]);
});

test("a target without a repository is in the spec's own clone, and only there", () => {
  expect(found({ holdsSpec: true })).toEqual(["own"]);
  expect(found({ holdsSpec: true, folder: "packages/own" })).toEqual(["own"]);
  expect(found({ holdsSpec: true, name: "js" })).toEqual(["own"]);
  expect(found({ folder: "packages/own" })).toEqual([]);
});
