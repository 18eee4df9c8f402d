import { type FollowUpData, followUpDataSchema } from "../state/follow-up.ts";
import { parseJson } from "../parse-json.ts";

/**
 * Hidden line by which the bot finds its own comments and pull requests again. It counts only in a body that this App
 * wrote; anyone can type it.
 */
type MarkerKind =
  "review" | "reply" | "refusal" | "stale" | "follow-up" | "onboarding" | "question" | "repair" | "config";

/** The text to look for. `key` tells several of a kind apart: a comment's id, a login, a slug. */
export function marker(kind: MarkerKind, key?: string | number): string {
  return key === undefined ? `<!-- twopath:${kind} -->` : `<!-- twopath:${kind} ${hide(String(key))} -->`;
}

export function followUpMarker(data: FollowUpData): string {
  return `<!-- twopath:follow-up ${hide(JSON.stringify(data))} -->`;
}

/** What a body says that its pull request was made from, for display only; null when it says nothing or is damaged. */
export function readFollowUp(body: string): FollowUpData | null {
  const opening = "<!-- twopath:follow-up ";
  const start = body.indexOf(opening);
  const end = start < 0 ? -1 : body.indexOf(" -->", start);
  if (end < 0) return null;
  return followUpDataSchema.safeParse(parseJson(body.slice(start + opening.length, end))).data ?? null;
}

/**
 * The body with the id of the very comment that holds it. Whoever copies it, or says the marker in a comment of their own,
 * has another id: where several act as one App, this tells whose a comment is.
 */
export function bound(body: string, commentId: number): string {
  return `${binding(commentId)}${body}`;
}

/** What was bound to this comment; null for a body that was bound to another one or to none. */
export function unbound(body: string, commentId: number): string | null {
  const own = binding(commentId);
  return body.startsWith(own) ? body.slice(own.length) : null;
}

function binding(commentId: number): string {
  return `<!-- twopath:comment ${String(commentId)} -->`;
}

/** JSON escapes for what could end the comment, be read as a mention, an issue or a command by another bot, or hide. */
function hide(text: string): string {
  return text.replace(/[<>@#/\u0000-\u001f\u007f-\uffff-]|--/g, (found) =>
    Array.from(found, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  );
}
