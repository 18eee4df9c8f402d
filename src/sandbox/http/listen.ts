import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "../world/world.ts";
import type { ApiServer } from "./api-server.ts";
import { serveGit } from "./smart-http.ts";

/** A handler for everything that is neither API nor git, such as web pages; answers false when it has nothing. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const gitPath = /^\/([^/]+\/[^/]+)\.git\/(info\/refs|git-upload-pack|git-receive-pack)$/;
const archivePath = /^\/_codeload\/(\d+)\/([0-9a-f]{40})\.tar\.gz$/;

/** Listens on 127.0.0.1; port 0 takes a free one. */
export async function listen(
  world: World,
  api: ApiServer,
  port: number,
  page: () => PageHandler | null,
): Promise<Server> {
  const server = createServer((request, response) => {
    route(world, api, page(), request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function route(
  world: World,
  api: ApiServer,
  page: PageHandler | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? "/", world.url).pathname;
  if (path.startsWith("/api/v3") || path === "/api/graphql") {
    await api.serve(request, response);
    return;
  }
  const repository = gitPath.exec(path);
  if (repository) {
    const found = world.findRepository(repository[1] ?? "");
    if (found) await serveGit(world, found, repository[2] ?? "", request, response);
    else response.writeHead(404).end();
    return;
  }
  const archive = archivePath.exec(path);
  if (archive) {
    await serveArchive(world, Number(archive[1]), archive[2] ?? "", response);
    return;
  }
  if (page && (await page(request, response))) return;
  response.writeHead(404, { "content-type": "text/plain" }).end("Not Found");
}

async function serveArchive(world: World, id: number, sha: string, response: ServerResponse): Promise<void> {
  const found = world.repositories.find((each) => each.id === id);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  const bytes = await found.store.archive(sha, `${found.owner.login}-${found.name}-${sha.slice(0, 7)}`);
  response.writeHead(200, { "content-type": "application/x-gzip" }).end(bytes);
}
