import { z } from "zod";
import { HttpError, invalid, notFound } from "../http/http-error.ts";
import { type Answer, bodyOf, type Call, param, repositoryOf, type Route, writer } from "../http/route.ts";
import { pageAnswer } from "../http/page.ts";
import { refsMoved } from "../operation/pushes.ts";
import { nodeId } from "../view/account.ts";
import { activityView } from "../view/activity.ts";
import { repositoryApi } from "../view/repository.ts";
import { fullNameOf, type Repository } from "../world/repository.ts";

const newRef = z.object({ ref: z.string().regex(/^refs\/.+\/.+/), sha: z.string().regex(/^[0-9a-f]{40}$/) });
const movedRef = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/), force: z.boolean().optional() });

function refView(call: Call, repository: Repository, ref: string, id: string): Record<string, unknown> {
  const api = repositoryApi(call.world, repository);
  const object = { type: "commit", sha: id, url: `${api}/git/commits/${id}` };
  return { ref, node_id: nodeId("REF", `${repository.id}:${ref}`), url: `${api}/git/${ref}`, object };
}

async function readRef(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const ref = `refs/${param(call, "ref")}`;
  const id = (await repository.store.refs()).get(ref);
  if (!id) throw notFound();
  return { status: 200, body: refView(call, repository, ref, id) };
}

async function createRef(call: Call): Promise<Answer> {
  const body = bodyOf(call, newRef);
  const repository = repositoryOf(call);
  const before = await repository.store.refs();
  if (before.has(body.ref)) throw new HttpError(422, "Reference already exists");
  if ((await repository.store.objectType(body.sha)) !== "commit")
    throw new HttpError(422, "Object does not exist");
  await repository.store.updateRef(body.ref, body.sha, null).catch((error: unknown) => {
    throw new HttpError(422, "Reference could not be created", [{ message: String(error) }]);
  });
  await refsMoved(call.world, repository, before, writer(call));
  return { status: 201, body: refView(call, repository, body.ref, body.sha) };
}

async function updateRef(call: Call): Promise<Answer> {
  const body = bodyOf(call, movedRef);
  const repository = repositoryOf(call);
  const ref = `refs/${param(call, "ref")}`;
  const before = await repository.store.refs();
  const from = before.get(ref);
  if (!from) throw new HttpError(422, "Reference does not exist");
  if ((await repository.store.objectType(body.sha)) !== "commit")
    throw new HttpError(422, "Object does not exist");
  if (body.force !== true && !(await repository.store.isAncestor(from, body.sha)))
    throw new HttpError(422, "Update is not a fast forward");
  await repository.store.updateRef(ref, body.sha, from);
  await refsMoved(call.world, repository, before, writer(call));
  return { status: 200, body: refView(call, repository, ref, body.sha) };
}

async function deleteRef(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const ref = `refs/${param(call, "ref")}`;
  const before = await repository.store.refs();
  if (!before.has(ref)) throw invalid("Reference", { code: "custom", message: "Reference does not exist" });
  await repository.store.deleteRef(ref);
  await refsMoved(call.world, repository, before, writer(call));
  return { status: 204 };
}

/** Newest first; of its filters only the branch. */
function listActivity(call: Call): Answer {
  const repository = repositoryOf(call);
  const ref = call.query.get("ref");
  const found = call.world.pushes
    .filter((push) => push.repository === repository)
    .filter((push) => ref === null || push.ref === ref || push.ref === `refs/heads/${ref}`)
    .map((push) => activityView(call.world, push));
  return pageAnswer(call, found.reverse(), `/repos/${fullNameOf(repository)}/activity`);
}

const root = "/repos/{owner}/{repo}/git";
const reads = ["contents:read"];
const writes = ["contents:write"];

export const refRoutes: readonly Route[] = [
  { method: "POST", template: `${root}/refs`, needs: writes, handle: createRef },
  { method: "GET", template: `${root}/ref/{ref}`, needs: reads, handle: readRef },
  { method: "PATCH", template: `${root}/refs/{ref}`, needs: writes, handle: updateRef },
  { method: "GET", template: "/repos/{owner}/{repo}/activity", needs: reads, handle: listActivity },
  { method: "DELETE", template: `${root}/refs/{ref}`, needs: writes, handle: deleteRef },
];
