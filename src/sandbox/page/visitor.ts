import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpError } from "../http/http-error.ts";
import { mergeBarrier } from "../operation/merge-pull-request.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { pullPath } from "./layout.ts";
import { readForm, sendText } from "./respond.ts";

/** Who a visitor of the page acts as, and what each act does. */
export interface Visitor {
  readonly login: string;
  /** Comments that are worth trying on a pull request. */
  readonly tries: (pull: PullRequest) => Promise<readonly string[]>;
  readonly comment: (pull: PullRequest, body: string) => void;
  readonly merge: (pull: PullRequest) => Promise<unknown>;
  readonly close: (pull: PullRequest) => Promise<void>;
  readonly reopen: (pull: PullRequest) => Promise<void>;
  readonly ready: (pull: PullRequest) => Promise<void>;
}

const actUrl = /^\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})\/(comments|merge|close|reopen|ready)$/;
const longestComment = 10_000;

/** A form that was sent from one of this server's own pages; from anywhere else it is refused. */
export async function act(
  { world, visitor }: { readonly world: World; readonly visitor: Visitor | null },
  { pathname }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, name = "", number, what = ""] = actUrl.exec(pathname) ?? [];
  const repository = world.findRepository(name);
  const pull = repository === undefined ? undefined : world.pull(repository, Number(number));
  const isOwn = request.headers.origin === new URL(`http://${request.headers.host ?? ""}`).origin;
  if (pull === undefined || visitor === null || !isOwn) {
    sendText(response, 403, "Not here.");
    return true;
  }
  const problem = await done(visitor, pull, what, await readForm(request));
  if (problem !== null) sendText(response, 409, problem);
  else
    response
      .writeHead(303, { location: `${pullPath(pull)}#${what === "comments" ? "comment" : "merge"}` })
      .end();
  return true;
}

/** Does what the button says, if the pull request is still as the page showed it; else why not. */
async function done(
  visitor: Visitor,
  pull: PullRequest,
  what: string,
  form: URLSearchParams,
): Promise<string | null> {
  if (what === "comments") {
    const body = form.get("body") ?? "";
    if (body.trim() !== "") visitor.comment(pull, body.replaceAll("\r\n", "\n").slice(0, longestComment));
    return null;
  }
  const isOpen = pull.state === "open";
  const acts: Readonly<Record<string, readonly [boolean, (pull: PullRequest) => Promise<unknown>]>> = {
    merge: [(await mergeBarrier(pull)) === null, visitor.merge],
    close: [isOpen, visitor.close],
    reopen: [!isOpen && pull.mergedAt === null, visitor.reopen],
    ready: [isOpen && pull.draft, visitor.ready],
  };
  const [isPossible, work] = acts[what] ?? [false, visitor.close];
  if (!isPossible) return "The pull request is not as it was: go back and look again.";
  try {
    await work(pull);
    return null;
  } catch (error) {
    if (error instanceof HttpError) return `GitHub refuses: ${error.message}`;
    throw error;
  }
}
