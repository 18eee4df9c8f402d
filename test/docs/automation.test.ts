import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const workflows = readdirSync(join(root, ".github/workflows"));

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly "timeout-minutes"?: number }>
  >;
}
interface Step {
  readonly run?: string;
  readonly uses?: string;
}

test("the validator finds a fault", () => {
  expect(validateWorkflow("on: push\njobs:\n  one:\n    steps: 5\n").errors).not.toEqual([]);
});

test("action.yml is a valid Action", () => {
  // The validator's schema is from before Node 24.
  expect(validateAction(read("action.yml").replace("using: node24", "using: node20")).errors).toEqual([]);
});

describe.each(workflows)("%s", (name) => {
  const text = read(join(".github/workflows", name));
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("is a valid workflow", () => {
    expect(validateWorkflow(text).errors).toEqual([]);
  });

  test("names its permissions and ends in time", () => {
    expect(workflow.permissions).toBeDefined();
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("puts no text of an event or input into a shell line", () => {
    for (const { run = "" } of steps) expect(run).not.toMatch(/\$\{\{/);
  });

  test("runs scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
    const named = steps.flatMap(({ run = "" }) => /npm run (?:--silent )?([a-z:]+)/.exec(run)?.[1] ?? []);
    for (const script of named) expect(Object.keys(scripts)).toContain(script);
  });
});

test("the hook calls a command with options that there are", () => {
  const [hook] = parse(read(".pre-commit-hooks.yaml")) as readonly { entry: string }[];
  expect(hook?.entry).toBe("bin/twopath.js review --base origin/HEAD --head HEAD --fail-on finding");
});

test("the placeholder of the repository is the same everywhere", () => {
  const { repository } = JSON.parse(read("package.json")) as { repository: { url: string } };
  const page = /github\.com\/([^/]+\/twopath)/.exec(repository.url)?.[1];
  for (const path of ["SECURITY.md", ".github/ISSUE_TEMPLATE/config.yml", "package.json"])
    expect(
      new Set([...read(path).matchAll(/github\.com\/([^/\s"]+\/twopath)/g)].map((each) => each[1])),
    ).toEqual(new Set([page]));
});
