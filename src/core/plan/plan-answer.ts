import { marker } from "../message/marker.ts";
import { refusalMessage, reply, replyMarker } from "../message/reply.ts";
import type { Person } from "../person.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import type { GitHubAction, Reaction } from "./action.ts";

/** Where a command was given. */
interface GivenAt {
  /** Null: a button was pressed. */
  readonly commentId: number | null;
  /** Where the comment stands when it is part of a review thread; `root` is the thread's first comment. */
  readonly thread?:
    | {
        readonly root: number;
        readonly path: string;
        readonly commit: string;
        readonly line: number;
      }
    | undefined;
}

/** The one reply to a comment, written or rewritten; in a review thread, one more comment of it. */
export function planAnswer({ commentId, thread }: GivenAt, paragraphs: readonly string[]): GitHubAction {
  const said = { marker: replyMarker(commentId), body: reply(commentId, paragraphs) };
  if (thread === undefined) return { type: "upsert-comment", ...said, create: true };
  const { root: inReplyTo, path, commit, line } = thread;
  return { type: "reply-in-thread", ...said, inReplyTo, path, commit, line };
}

/** Acknowledges the comment that gave a command; a button cannot be reacted to. */
export function planReaction({ commentId, thread }: GivenAt, reaction: Reaction): readonly GitHubAction[] {
  if (commentId === null) return [];
  return [{ type: "react", commentId, reaction, inThread: thread !== undefined }];
}

/** Why a command is not carried out for somebody: once per pull request and person. */
export function planRefusal({ login }: Person, { owner, name }: RepositoryRef): GitHubAction {
  const mark = marker("refusal", login.toLowerCase());
  const body = [mark, refusalMessage(login, [`${owner}/${name}`])].join("\n\n");
  return { type: "upsert-comment", marker: mark, body, create: true };
}
