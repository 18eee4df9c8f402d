import type { GitHubAction } from "../../core/plan/action.ts";

/** Fields of actions that people read on GitHub. Files are checked where they are made. */
const told = new Set(["body", "title", "summary", "text", "message", "commitMessage", "farewell", "keep"]);

const leftOut = "A secret stood in what was to be said here, so it is not said. The log has the rest.";

/**
 * The last thing before anything is said: a secret, also one that escaping has split, leaves in no word of the bot. Here
 * and not where texts are made, as an error's text can come from anywhere.
 */
export function withoutSecrets(action: GitHubAction, redact: (text: string) => string): GitHubAction {
  const clean = (text: string): string => {
    if (redact(text) === text && redact(shown(text)) === shown(text)) return text;
    const redacted = redact(text);
    if (redact(shown(redacted)) === shown(redacted)) return redacted;
    const marker = /^<!-- twopath:[^\n]*-->/.exec(text)?.[0];
    return marker === undefined ? leftOut : `${marker}\n\n${leftOut}`;
  };
  const fields = Object.entries(action).map(([name, value]: [string, unknown]) => [
    name,
    told.has(name) && typeof value === "string" ? clean(value) : value,
  ]);
  return Object.fromEntries(fields) as GitHubAction;
}

/** What a reader sees of escaped text, see core/message/escape. */
function shown(text: string): string {
  return text
    .replaceAll("&#8203;", "")
    .replaceAll("<span>$</span>", "$")
    .replace(/\\([\\`*_[\]~|!#+=/-])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
