import type { Path } from "../../../src/core/decision/review.ts";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

/**
 * Entries as a spec author would write them, with the path a careful engineer gives them by the questions of the model
 * alone. No term of the lexicon is there for one of them, so that not all are found: which are not stands below.
 */
const design = [
  "The client waits for an appropriate time before it retries.",
  "The cache must stay responsive with large lists of messages.",
  "The library provides a mechanism to plug in custom message stores.",
  "Publisher, cache and sync worker coordinate so that no message is sent twice.",
  "On iOS, where background work ends early, pending uploads are resumed at the next launch.",
  "The client caches results to avoid repeated work.",
  "The SDK exposes a public API for observing presence changes in a way that is natural for each language.",
  "The server and all connected clients agree on one leader, which orders the edits.",
  "Rendering must keep 60 frames per second while data arrives.",
  "Sessions are shared between the browser tabs of one user and kept in sync.",
  "Search results must appear quickly, even for a million documents.",
  "The system should handle network interruptions gracefully.",
  "Users can customise the notification rules.",
  "Add an extension point so that third parties can supply their own authentication.",
  "Memory use must be bounded on embedded devices with little RAM.",
  "Conflicting edits by several users are merged.",
  "The scheduler balances jobs fairly between workers.",
  "The app works offline and synchronises when the connection is back.",
  "Large uploads are processed in the background by a queue of workers that report progress to the caller.",
  "An administrator can review an audit trail of all changes.",
  "The encoder picks the best compression strategy for the content.",
  "Where the platform supports it, the implementation uses the native keychain; elsewhere it falls back.",
  "The gateway routes requests to the service instance with the lowest load.",
  "Plugins are loaded dynamically and isolated from each other.",
  "The parser should be efficient enough for files of several gigabytes, so streaming is needed.",
  "Introduce a rate limiter that protects the backend from overload.",
  "The client manages a pool of connections and reuses them where that makes sense.",
  "Errors are reported in a helpful way.",
  "On Windows and Linux different file locking primitives are used; the behaviour must look the same to callers.",
  "A dashboard shows the state of all running jobs in real time.",
];
const code = [
  "When a request fails with status 429, the client waits for the number of seconds in `Retry-After`.",
  "Without the header it waits 1000 ms.",
  "The request is rejected with error code 40105.",
  "The default of `timeout` is 30 seconds.",
  "The `name` field must be at most 64 characters; a longer one throws `InvalidNameError`.",
  "The delay before retry *n* is `min(1000 * 2^(n - 1), 30000)` ms.",
  "`encode(value)` returns the UTF-8 bytes of `value` in base64 without padding.",
  "Keys are compared case-sensitively.",
  "If `limit` is absent, 100 is used; a value above 1000 is an error with code 40003.",
  "The version header is `X-Protocol-Version: 3`.",
  "`close()` on a closed connection does nothing.",
  "The list is sorted by `createdAt`, descending; ties are broken by `id`, ascending.",
  "An empty string is treated as `null`.",
  "Dates are formatted as ISO 8601 in UTC with milliseconds.",
  "The counter starts at 0 and is increased by 1 for each message sent.",
  "The method returns `false` when the channel is not in the state `attached`.",
  "The URL of the request is `/channels/{name}/messages`, with `name` percent-encoded.",
  "A message with an `id` that was already received is discarded.",
  "When `clientId` contains `*`, construction fails with error code 40012.",
  "The checksum is the first 8 hex digits of the SHA-256 of the payload.",
  "The option `echo` was renamed to `echoMessages`; its default is `true`.",
  "Whitespace at both ends of the value is removed.",
  "After 3 failed attempts the state becomes `suspended`.",
  "The response has status 404 when the resource does not exist.",
  "Numbers are rounded half to even, to 2 decimal places.",
];
const none = [
  "Note: this section is informative.",
  "This clause has been deleted.",
  "This clause has been replaced by `REQ1`.",
  "(non-normative) The reason for this limit is historical.",
];

function pathOf(text: string): Path | undefined {
  const head = `# Client\n\n- \`(REQ1)\` Requests use HTTPS.\n- \`(REQ2)\` ${text}\n`;
  return reviewSpecs({
    base: "base",
    head: "head",
    baseFiles: [{ path: "spec.md", text: "# Client\n\n- `(REQ1)` Requests use HTTPS.\n" }],
    headFiles: [{ path: "spec.md", text: head }],
  }).recommendations.find(({ change }) => change.id === "REQ2")?.path;
}

const missed = (texts: readonly string[], path: Path): string[] =>
  texts.filter((text) => pathOf(text) !== path).map((text) => `${pathOf(text) ?? "unseen"}: ${text}`);

/** What no term of the lexicon stands for; a model has to see it. One that is heard leaves this list. */
const unheard = [
  "code: On iOS, where background work ends early, pending uploads are resumed at the next launch.",
  "code: The server and all connected clients agree on one leader, which orders the edits.",
  "code: Rendering must keep 60 frames per second while data arrives.",
  "code: Add an extension point so that third parties can supply their own authentication.",
  "code: The gateway routes requests to the service instance with the lowest load.",
  "code: Plugins are loaded dynamically and isolated from each other.",
];

test("entries that leave something important open need a design, but for those that no word tells", () => {
  expect(missed(design, "design")).toEqual(unheard);
});

test("entries that say everything go straight to code", () => {
  expect(missed(code, "code")).toEqual([]);
});

test("entries that ask for nothing have nothing to build", () => {
  expect(missed(none, "none")).toEqual([]);
});
