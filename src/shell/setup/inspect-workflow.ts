import { parse } from "yaml";
import { z } from "zod";
import { commands } from "../../core/command/commands/index.ts";
import type { Diagnosis } from "../diagnosis.ts";

const named = z.record(z.string(), z.unknown());
const permissions = z.union([z.string(), z.record(z.string(), z.string())]);
const step = z.looseObject({ uses: z.string().optional() });
const job = z.looseObject({ permissions: permissions.optional(), steps: z.array(step).default([]) });
const workflow = z.looseObject({
  on: z.union([z.string().transform((event) => ({ [event]: null })), listed(), named]),
  permissions: permissions.optional(),
  jobs: z.record(z.string(), job),
});

type Job = z.output<typeof job>;
type Permissions = z.output<typeof permissions> | undefined;

/** What the workflow's token must be allowed, as docs/github-action.md has it. */
const needed = ["contents", "pull-requests", "checks"];

/** What stands in the way of the Action in one workflow file, and what the Action cannot do; nothing where it is not used. */
export function inspectWorkflow(file: string, text: string): readonly Diagnosis[] {
  const read = workflow.safeParse(parsed(text));
  if (!read.success) return [];
  const { on, jobs, permissions: shared } = read.data;
  const ours = Object.values(jobs).filter(({ steps }) => steps.some(isOurs));
  if (ours.length === 0) return [];
  const found = [
    ...inspectEvents(on),
    ...ours.flatMap((each) => [...inspectPermissions(each.permissions ?? shared), ...inspectSteps(each, on)]),
  ];
  return [...found, ...limits()].map(({ state, text: said }) => ({ state, text: `${file}: ${said}` }));
}

function listed() {
  return z
    .array(z.string())
    .transform((events): Record<string, unknown> => Object.fromEntries(events.map((event) => [event, null])));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function isOurs({ uses = "" }: { readonly uses?: string | undefined }): boolean {
  return /^[\w.-]+\/twopath@/.test(uses);
}

function inspectEvents(on: Readonly<Record<string, unknown>>): Diagnosis[] {
  const found: Diagnosis[] = [];
  if ("pull_request_target" in on) found.push(ok("it hears pull requests, those of forks too."));
  else if ("pull_request" in on)
    found.push(wrong("a fork's `pull_request` may write no comment: use `pull_request_target`."));
  else found.push(wrong("it hears no pull request: add `pull_request_target`."));
  if (!("issue_comment" in on)) found.push(wrong("it hears no command: add `issue_comment`."));
  return found;
}

function inspectPermissions(given: Permissions): Diagnosis[] {
  if (given === "write-all") return [];
  const missing = needed.filter((name) => typeof given !== "object" || given[name] !== "write");
  if (missing.length === 0) return [ok("its token may write what it has to.")];
  return [
    wrong(`under \`permissions\` this is missing: ${missing.map((name) => `${name}: write`).join(", ")}.`),
  ];
}

function inspectSteps({ steps }: Job, on: Readonly<Record<string, unknown>>): Diagnosis[] {
  const found: Diagnosis[] = [];
  if ("pull_request_target" in on && steps.some(({ uses = "" }) => uses.startsWith("actions/checkout@")))
    found.push(
      wrong("take the checkout out of this job: beside `pull_request_target` it invites a stranger's code."),
    );
  for (const { uses = "" } of steps.filter(isOurs))
    if (!/@(?:v[0-9]+(?:\.[0-9]+){0,2}|[0-9a-f]{40})$/.test(uses))
      found.push(wrong(`${uses}: name a release tag or its commit; only there the Action's bundle stands.`));
  return found;
}

function limits(): Diagnosis[] {
  const kept = commands.filter(({ needsStore }) => needsStore).map(({ name }) => `/${name}`);
  return [
    unknown(
      "`/generate` needs Settings → Actions → General → Allow GitHub Actions to create and approve pull requests; " +
        "this cannot be read from here.",
    ),
    ok(`without a server it has no ${kept.join(", ")}, no buttons and no other target repositories.`),
  ];
}

const ok = (text: string): Diagnosis => ({ state: "ok", text });
const wrong = (text: string): Diagnosis => ({ state: "wrong", text });
const unknown = (text: string): Diagnosis => ({ state: "unknown", text });
