import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspectWorkflow } from "../../../src/shell/setup/inspect-workflow.ts";

const page = readFileSync(fileURLToPath(new URL("../../../docs/github-action.md", import.meta.url)), "utf8");
const documented = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
const wrong = (text: string): readonly string[] =>
  inspectWorkflow("w.yml", text).flatMap(({ state, text: said }) => (state === "wrong" ? [said] : []));

test("the documented workflow has nothing wrong, and what the Action lacks is told", () => {
  expect(wrong(documented)).toEqual([]);
  const said = inspectWorkflow("w.yml", documented).map(({ text }) => text);
  expect(said.join("\n")).toContain("/path, ");
});

test("a checkout beside pull_request_target is refused", () => {
  const text = documented.replace("steps:\n", "steps:\n      - uses: actions/checkout@v5\n");
  expect(wrong(text)).toEqual([expect.stringContaining("take the checkout out of this job")]);
});

test("events in their short forms are understood", () => {
  const events = (on: string): string =>
    documented.replace(/on:[\s\S]*?permissions:/, `on: ${on}\npermissions:`);
  expect(wrong(events("[pull_request_target, issue_comment]"))).toEqual([]);
  expect(wrong(events("push"))).toHaveLength(2);
});

test.each(["", "a: [", "jobs: 5", "on: push\njobs:\n  a:\n    steps:\n      - uses: other/action@v1\n"])(
  "a file without the Action is none of ours: %j",
  (text) => {
    expect(inspectWorkflow("w.yml", text)).toEqual([]);
  },
);
