import type { CommentContext } from "./comment-context.ts";
import { followUpLines } from "./follow-up-lines.ts";
import type { UnreadFile } from "../entries/unread-file.ts";
import { marker } from "./marker.ts";
import { unreadFilesText } from "./unread-files.ts";

/** The review comment once no entry is changed any more. */
export function nothingLeftMessage(context: CommentContext, unread: readonly UnreadFile[] = []): string {
  const verdict =
    unread.length === 0
      ? "No spec entry is changed by this pull request now; nothing is left to do."
      : "In the files that were read, this pull request changes no spec entry.";
  const notRead = unread.length === 0 ? [] : [unreadFilesText(unread)];
  return [marker("review"), ...context.notices, verdict, ...notRead, ...followUpLines(context)].join("\n\n");
}
