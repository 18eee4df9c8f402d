/**
 * Hidden line by which the bot finds its own comments and pull requests again. It counts only in a body that this App
 * wrote; anyone can type it.
 */
export type MarkerKind =
  "review" | "reply" | "refusal" | "stale" | "follow-up" | "onboarding" | "question" | "repair" | "config";

/** The text to look for. `key` tells several of a kind apart: a comment's id, a login, a slug. */
export function marker(kind: MarkerKind, key?: string | number): string {
  return key === undefined ? `<!-- twopath:${kind} -->` : `<!-- twopath:${kind} ${hide(String(key))} -->`;
}

/** What a follow-up was made from; kept in its body so that a lost store loses nothing. */
export interface FollowUpData {
  /** `owner/name#number` of the spec pull request. */
  readonly source: string;
  readonly stage: "design" | "code";
  readonly workPackage: string;
  readonly target: string;
  /** Commit of the spec that it was made from. */
  readonly head: string;
  /** Entry ID → fingerprint of its own text. */
  readonly entries: Readonly<Record<string, string>>;
  /** Hash of what the writer was given; absent where no model took part. */
  readonly request?: string;
  /** Path of the design document that it is, or is made from; absent where there is none. */
  readonly document?: string;
}

export function followUpMarker(data: FollowUpData): string {
  return `<!-- twopath:follow-up ${hide(JSON.stringify(data))} -->`;
}

/** Reads a follow-up's data back from a body this App wrote; null when there is none or it is damaged. */
export function readFollowUp(body: string): FollowUpData | null {
  const opening = "<!-- twopath:follow-up ";
  const start = body.indexOf(opening);
  if (start < 0) return null;
  const end = body.indexOf(" -->", start);
  if (end < 0) return null;
  try {
    const data: unknown = JSON.parse(body.slice(start + opening.length, end));
    return isFollowUp(data) ? data : null;
  } catch {
    return null;
  }
}

function isFollowUp(data: unknown): data is FollowUpData {
  if (typeof data !== "object" || data === null) return false;
  const fields = data as Record<string, unknown>;
  const texts = ["source", "workPackage", "target", "head"].every((key) => typeof fields[key] === "string");
  const entries = fields["entries"];
  return (
    texts &&
    ["request", "document"].every((key) => ["string", "undefined"].includes(typeof fields[key])) &&
    (fields["stage"] === "design" || fields["stage"] === "code") &&
    typeof entries === "object" &&
    entries !== null &&
    Object.values(entries).every((value) => typeof value === "string")
  );
}

/** JSON escapes for what could end the comment, be read as a mention, an issue or a command by another bot, or hide. */
function hide(text: string): string {
  return text.replace(/[<>@#/\u0000-\u001f\u007f-\uffff-]|--/g, (found) =>
    Array.from(found, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  );
}
