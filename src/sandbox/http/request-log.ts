/** One API request as it came in and was answered. */
export interface LoggedRequest {
  /** 1-based, over all requests. */
  readonly number: number;
  readonly method: string;
  /** Path and query below `/api/v3`. */
  readonly path: string;
  /** `METHOD /repos/{owner}/{repo}/…` as in GitHub's API description, or null when no route matches. */
  readonly route: string | null;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** `app`, `installation`, `user:LOGIN` or `anonymous`. */
  readonly actor: string;
  /** Alternatives of which the caller needed one, as `contents:write`; empty: none. */
  readonly needs: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Null until answered, and when the connection was cut. */
  status: number | null;
  /** Parsed JSON of the answer, or null. */
  answer: unknown;
  answerHeaders: Readonly<Record<string, string>>;
}
