import type { IncomingMessage, ServerResponse } from "node:http";
import { createGunzip } from "node:zlib";
import { refsMoved } from "../operation/pushes.ts";
import { gitPipe } from "../world/git.ts";
import { atLeast, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountOf, type Actor, actorOf } from "./actor.ts";
import { HttpError } from "./http-error.ts";

const services = ["git-upload-pack", "git-receive-pack"];

/** Serves `git clone`, `fetch` and `push`: https://git-scm.com/docs/http-protocol */
export async function serveGit(
  world: World,
  repository: Repository,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", world.url);
  const isAdvertisement = rest === "info/refs";
  const service = isAdvertisement ? (url.searchParams.get("service") ?? "") : rest;
  if (!services.includes(service)) {
    response.writeHead(404).end();
    return;
  }
  const actor = allowed(world, repository, service === "git-receive-pack", request);
  if (!actor) {
    response.writeHead(401, { "www-authenticate": 'Basic realm="sandbox"' }).end();
    return;
  }
  const command = service.slice("git-".length);
  const type = isAdvertisement ? "advertisement" : "result";
  response.writeHead(200, {
    "content-type": `application/x-${service}-${type}`,
    "cache-control": "no-cache",
  });
  if (isAdvertisement) {
    const line = `# service=${service}\n`;
    response.write(`${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`);
    await gitPipe([command, "--stateless-rpc", "--advertise-refs", repository.store.dir], null, response);
    response.end();
    return;
  }
  const body = request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
  const before = await repository.store.refs();
  await gitPipe([command, "--stateless-rpc", repository.store.dir], body, response);
  if (service === "git-receive-pack") {
    const pusher = accountOf(world, actor);
    if (pusher) await refsMoved(world, repository, before, pusher);
  }
  response.end();
}

/** Who this is, if they may; null: ask for a password. */
function allowed(
  world: World,
  repository: Repository,
  writes: boolean,
  request: IncomingMessage,
): Actor | null {
  try {
    const actor = actorOf(world, request.headers.authorization);
    if (actor.kind === "user") {
      const access = world.access(repository, actor.account.login);
      return atLeast(access, writes ? "write" : "read") ? actor : null;
    }
    if (actor.kind === "installation") {
      const { token } = actor;
      const covered = (token.repositories ?? token.installation.repositories).has(repository);
      const level = token.permissions["contents"];
      return covered && (level === "write" || (level === "read" && !writes)) ? actor : null;
    }
    return !writes && !repository.isPrivate && actor.kind === "anonymous" ? actor : null;
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}
