import Ajv2020 from "ajv/dist/2020.js";
import { configProblemsMessage } from "../../src/core/message/config-problems.ts";
import { parseRepoConfig, repoConfigSchema } from "../../src/core/repo-config.ts";

test("without a file, every default holds", () => {
  const config = parseRepoConfig(null);
  expect(config).toMatchObject({
    spec: ["**/*.{md,mdx,markdown}"],
    targets: [],
    design: "design",
    maxRepairs: 2,
  });
  expect(parseRepoConfig("# only a comment\n")).toEqual(config);
});

const good = `spec:
  - specifications/**/*.md
dialects:
  specifications/old.md: code-id-list
  specifications/own.md: { pattern: '^REQ-(\\d+):' }
targets:
  - name: sdk-js
    repository: acme/sdk-js
    language: typescript
    source: [src]
    tests: [test]
    tag: "@spec ID"
model:
  maxUsdPerPullRequest: 2
`;

test("a full file is read", () => {
  expect(parseRepoConfig(good)).toMatchObject({
    targets: [{ name: "sdk-js", path: "" }],
    model: { enabled: true },
  });
});

test.each([
  ["spec: [a.md]\nspce: [b.md]\n", "spce", 2],
  ["targets:\n  - name: a\n    tests: x\n", "targets[0].tests", 3],
  ["targets:\n  - name: a\n    source: ['../x']\n", "targets[0].source[0]", 3],
  ["spec: [a.md\n", "", 2],
  ["maxRepairs: 99\n", "maxRepairs", 1],
  ["design: /abs\n", "design", 1],
  ["targets:\n  - language: go\n", "targets[0].name", 2],
  ["a: &x [1]\nb: *x\n", "", 1],
  ["__proto__: { polluted: true }\n", "__proto__", 1],
])("%j is reported with place and remedy", (text, path, line) => {
  const problems = parseRepoConfig(text);
  if (!Array.isArray(problems)) throw new Error("accepted");
  expect(problems[0]).toMatchObject({ path, line });
  for (const problem of problems) expect(problem.remedy).toMatch(/\.$/);
  expect(configProblemsMessage(problems)).toContain(`Line ${line}`);
});

test.each([`spec: ${"[".repeat(50_000)}`, `spec:\n${"- ".repeat(40_000)}a\n`, "[\n".repeat(20_000)])(
  "a file that nests to stop the server is refused before it is parsed",
  (text) => {
    expect(parseRepoConfig(text)).toMatchObject([{ message: "This nests too deep to be read." }]);
  },
);

test("two targets of one name are an error", () => {
  expect(parseRepoConfig("targets:\n  - name: a\n  - name: A\n")).toMatchObject([
    { path: "targets[1].name" },
  ]);
});

test("the JSON Schema accepts what the parser accepts", () => {
  const validate = new Ajv2020.default({ strict: false }).compile(repoConfigSchema());
  expect(validate({ spec: ["a.md"], targets: [{ name: "a" }] })).toBe(true);
  expect(validate({ spce: ["a.md"] })).toBe(false);
});

it("names the line of a dialect that there is none of, and those that there are", () => {
  const problems = parseRepoConfig("spec:\n  - a.md\ndialects:\n  a.md: bold-ids\n");
  expect(problems).toMatchObject([{ path: "dialects.a.md", line: 4, message: "No dialect has this name." }]);
  expect(JSON.stringify(problems)).toContain("requirement-id");
});
