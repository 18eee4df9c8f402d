import { fileURLToPath } from "node:url";
import {
  draftRepoConfig,
  draftTargetConfig,
  type RepositorySurvey,
} from "../../src/core/draft-repo-config.ts";
import { onboarding } from "../../src/core/message/onboarding.ts";
import { parseRepoConfig } from "../../src/core/repo-config.ts";
import { expectGolden } from "../support/golden.ts";

const survey: RepositorySurvey = {
  specs: [
    { path: "specifications/features.md", dialect: "code-id-list", entries: 1714 },
    { path: "specifications/chat.md", dialect: "code-id-list", entries: 521 },
    { path: "docs/api.md", dialect: "heading-requirement", entries: 12 },
    { path: "odd/[x].md", dialect: "requirement-id", entries: 2 },
  ],
  others: ["docs/guide.md", "odd/y.md"],
  source: ["src"],
  tests: ["test"],
  language: "swift",
};

test("the draft is a valid configuration that names what was found", () => {
  const draft = draftRepoConfig(survey) ?? "";
  const config = parseRepoConfig(draft);
  expect(config).toMatchObject({ spec: ["docs/api.md", "specifications/**/*.md"], targets: [] });
  expectGolden(draft, fileURLToPath(new URL("golden/draft-config.yml", import.meta.url)));
});

test("what is commented out is valid too, once it is wanted", () => {
  const draft = draftRepoConfig(survey) ?? "";
  const lines = draft
    .split("\n")
    .map((line) => (/^# {1,7}[\w-]+:|^# {3,}- /.test(line) ? line.slice(2) : line));
  expect(parseRepoConfig(lines.join("\n"))).toMatchObject({ targets: [{ name: "sdk", language: "swift" }] });
});

test("a repository of code opts in by name", () => {
  expect(parseRepoConfig(draftTargetConfig("acme/spec"))).toMatchObject({ specs: ["acme/spec"] });
  expect(parseRepoConfig(draftTargetConfig("no name"))).toBeInstanceOf(Array);
});

test("no spec, no draft, no pull request", () => {
  const nothing = { ...survey, specs: [] };
  expect(draftRepoConfig(nothing)).toBeNull();
  expect(onboarding(nothing)).toBeNull();
});

test("the pull request says what it is and that closing it is an answer", () => {
  expectGolden(
    `${onboarding(survey)?.body ?? ""}\n`,
    fileURLToPath(new URL("message/golden/onboarding.md", import.meta.url)),
  );
});
