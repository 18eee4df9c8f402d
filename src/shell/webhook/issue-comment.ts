import { z } from "zod";
import { commands } from "../../core/command/commands/index.ts";
import { jobGroup, controlLane } from "../job-group.ts";
import type { RepositoryRef } from "../ports.ts";
import type { EventHandler } from "./event-handler.ts";
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

const payload = repositoryEvent.extend({
  issue: z.object({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
  comment: z.object({
    id: z.number(),
    body: z.string().nullish(),
    created_at: time,
    user: writer,
    performed_via_github_app: z.unknown().optional(),
  }),
});

/** GitHub's own limit; a longer body is not one of its comments. */
export const longestBody = 65_536;

/** A person commented on a pull request and some line looks like a command. The job reads the body properly. */
export const issueCommentHandler: EventHandler = {
  event: "issue_comment",
  actions: ["created"],
  jobs: ({ id, payload: raw }) => {
    const event = payload.parse(raw);
    const { comment, issue } = event;
    const body = comment.body ?? "";
    if (issue.pull_request === undefined || issue.pull_request === null || body.length > longestBody)
      return [];
    if (comment.user === null || !isPerson(comment.user) || !isPerson(event.sender)) return [];
    if (!isSamePerson(comment.user, event.sender)) return [];
    if (comment.performed_via_github_app !== undefined && comment.performed_via_github_app !== null)
      return [];
    const words = commandWords(body);
    if (words.length === 0) return [];
    const repository = repositoryRef(event);
    const group = laneOf(words, repository, issue.number);
    return [
      {
        job: {
          kind: "command",
          repository,
          pullRequest: issue.number,
          commentId: comment.id,
          body,
          order: { ...orderOf(comment.user, comment.created_at), comment: comment.id },
          deliveryId: id,
        },
        options: { dedupeKey: commentKey(repository, comment.id), group, supersede: false },
      },
    ];
  },
};

/** Where a comment with these commands waits for its turn. */
export function laneOf(words: readonly string[], repository: RepositoryRef, number: number): string {
  const isControl = (word: string): boolean =>
    commands.some(({ name, lane }) => name === word && lane === "control");
  return words.every(isControl) ? controlLane(repository, number) : jobGroup(repository, number);
}

/** The first word of each line that starts with a slash; a cheap filter, not the grammar. */
export function commandWords(body: string): readonly string[] {
  return body.split("\n").flatMap((line) => {
    const match = /^\s{0,3}\/([A-Za-z]{1,30})/.exec(line.slice(0, 40));
    return match?.[1] === undefined ? [] : [match[1].toLowerCase()];
  });
}
