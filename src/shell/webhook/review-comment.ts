import { z } from "zod";
import type { EventHandler } from "./event-handler.ts";
import { commandWords, laneOf, longestBody } from "./issue-comment.ts";
import {
  commentKey,
  isPerson,
  isSamePerson,
  orderOf,
  repositoryEvent,
  repositoryRef,
  time,
  writer,
} from "./payload.ts";

const line = z.number().int().positive().nullish();
const payload = repositoryEvent.extend({
  pull_request: z.object({
    number: z.number().int().positive(),
    head: z.object({ sha: z.string() }),
  }),
  comment: z.object({
    id: z.number(),
    in_reply_to_id: z.number().nullish(),
    body: z.string(),
    path: z.string(),
    commit_id: z.string(),
    line,
    original_line: line,
    created_at: time,
    user: writer,
  }),
});

/** A person wrote a command in a review thread. The job reads the body properly, and answers in the thread. */
export const reviewCommentHandler: EventHandler = {
  event: "pull_request_review_comment",
  actions: ["created"],
  jobs: ({ id, payload: raw }) => {
    const event = payload.parse(raw);
    const { comment, pull_request: pull, sender } = event;
    const { user, body } = comment;
    if (user === null || !isPerson(user) || !isPerson(sender) || !isSamePerson(user, sender)) return [];
    const words = body.length > longestBody ? [] : commandWords(body);
    if (words.length === 0) return [];
    const repository = repositoryRef(event);
    return [
      {
        job: {
          ...{ kind: "command", repository, pullRequest: pull.number, commentId: comment.id },
          ...{ body, order: orderOf(user, comment.created_at, [pull.head.sha]), deliveryId: id },
          thread: {
            ...{ root: comment.in_reply_to_id ?? comment.id, path: comment.path, commit: comment.commit_id },
            line: comment.line ?? comment.original_line ?? 1,
          },
        },
        options: {
          dedupeKey: commentKey(repository, `r${String(comment.id)}`),
          group: laneOf(words, repository, pull.number),
          supersede: false,
        },
      },
    ];
  },
};
