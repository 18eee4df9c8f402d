import { z } from "zod";
import { invalid, notFound } from "../http/http-error.ts";
import { pageAnswer, pageOf } from "../http/page.ts";
import { type Answer, bodyOf, type Call, param, repositoryOf, type Route } from "../http/route.ts";
import { checkRunView } from "../view/check-run.ts";
import type { CheckRun } from "../world/pull-request.ts";
import { fullNameOf } from "../world/repository.ts";

const longest = 65_535;
const output = z.object({
  title: z.string().optional(),
  summary: z.string().max(longest).optional(),
  text: z.string().max(longest).optional(),
  annotations: z.array(z.record(z.string(), z.unknown())).max(50).optional(),
  images: z.array(z.unknown()).optional(),
});
const action = z.object({
  label: z.string().max(20),
  description: z.string().max(40),
  identifier: z.string().max(20),
});
const editedCheck = z.object({
  name: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  conclusion: z
    .enum(["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"])
    .optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: output.optional(),
  actions: z.array(action).max(3).optional(),
});
const newCheck = editedCheck.extend({ name: z.string(), head_sha: z.string() });

function checkOf(call: Call): CheckRun {
  const repository = repositoryOf(call);
  const id = Number(param(call, "check_run_id"));
  const found = call.world.checks.find((each) => each.id === id && each.repository === repository);
  if (!found) throw notFound();
  return found;
}

function change(call: Call, check: CheckRun, body: z.infer<typeof editedCheck>): void {
  check.name = body.name ?? check.name;
  check.detailsUrl = body.details_url ?? check.detailsUrl;
  check.externalId = body.external_id ?? check.externalId;
  check.conclusion = body.conclusion ?? check.conclusion;
  check.startedAt = body.started_at ?? check.startedAt;
  check.actions = body.actions ?? check.actions;
  if (body.status !== undefined || body.conclusion !== undefined) check.status = body.status ?? "completed";
  if (check.status === "completed") {
    if (check.conclusion === null) throw invalid("CheckRun", { field: "conclusion", code: "missing_field" });
    check.completedAt = body.completed_at ?? call.world.now();
  }
  if (body.output) changeOutput(check, body.output);
}

function changeOutput(check: CheckRun, change: z.infer<typeof output>): void {
  check.output = {
    title: change.title ?? check.output.title,
    summary: change.summary ?? check.output.summary,
    text: change.text ?? check.output.text,
  };
  check.annotations.push(...(change.annotations ?? []));
}

async function create(call: Call): Promise<Answer> {
  const body = bodyOf(call, newCheck);
  const repository = repositoryOf(call);
  if ((await repository.store.objectType(body.head_sha)) !== "commit")
    throw invalid("CheckRun", {
      field: "head_sha",
      code: "custom",
      message: `No commit found for SHA: ${body.head_sha}`,
    });
  const check: CheckRun = {
    id: call.world.id(),
    repository,
    headSha: body.head_sha,
    name: body.name,
    externalId: "",
    detailsUrl: null,
    status: "queued",
    conclusion: null,
    startedAt: call.world.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  change(call, check, body);
  call.world.checks.push(check);
  return { status: 201, body: checkRunView(call.world, check) };
}

function update(call: Call): Answer {
  const check = checkOf(call);
  change(call, check, bodyOf(call, editedCheck));
  return { status: 200, body: checkRunView(call.world, check) };
}

async function list(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const ref = param(call, "ref");
  const sha = await repository.store.resolve(ref);
  if (!sha) throw notFound();
  const name = call.query.get("check_name");
  const views = call.world.checks
    .filter((each) => each.repository === repository && each.headSha === sha)
    .filter((each) => name === null || each.name === name)
    .map((each) => checkRunView(call.world, each));
  const page = pageOf(call, views, `/repos/${fullNameOf(repository)}/commits/${ref}/check-runs`);
  return { status: 200, headers: page.headers, body: { total_count: views.length, check_runs: page.items } };
}

function annotations(call: Call): Answer {
  const check = checkOf(call);
  const path = `/repos/${fullNameOf(check.repository)}/check-runs/${check.id}/annotations`;
  const absent = { title: null, raw_details: null, start_column: null, end_column: null };
  const blob = `${call.world.url}/${fullNameOf(check.repository)}/blob/${check.headSha}`;
  const views = check.annotations.map((note) => ({
    ...absent,
    blob_href: `${blob}/${String(note["path"])}`,
    ...note,
  }));
  return pageAnswer(call, views, path);
}

const root = "/repos/{owner}/{repo}";
const reads = ["checks:read"];
const writes = ["checks:write"];

export const checkRoutes: readonly Route[] = [
  { method: "POST", template: `${root}/check-runs`, needs: writes, handle: create },
  { method: "PATCH", template: `${root}/check-runs/{check_run_id}`, needs: writes, handle: update },
  {
    method: "GET",
    template: `${root}/check-runs/{check_run_id}`,
    needs: reads,
    handle: (call) => ({ status: 200, body: checkRunView(call.world, checkOf(call)) }),
  },
  {
    method: "GET",
    template: `${root}/check-runs/{check_run_id}/annotations`,
    needs: reads,
    handle: annotations,
  },
  { method: "GET", template: `${root}/commits/{ref}/check-runs`, needs: reads, handle: list },
];
