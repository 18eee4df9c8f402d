import {
  archivedMessage,
  emptyRepositoryMessage,
  lockedMessage,
  permissionMissingMessage,
  ruleMessage,
  workflowMayNotOpenMessage,
} from "../../core/message/refused-request.ts";
import { UserError } from "../../core/user-error.ts";
import { WorkGone } from "../work-gone.ts";

/** An answer of GitHub that is no success. */
export interface Failure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly message: string;
}

interface Refusal {
  readonly statuses: readonly number[];
  readonly pattern: RegExp;
  /** What a person can do about it; `what` is the request, `said` GitHub's own words. */
  explain(what: string, said: string): Error;
}

/** Refusals that no second try changes. GitHub's words are matched, as its status does not tell them apart. */
const refusals: readonly Refusal[] = [
  {
    statuses: [403],
    pattern: /Resource not accessible by integration/,
    explain: (what) => new UserError(permissionMissingMessage(what)),
  },
  {
    statuses: [403],
    pattern: /not permitted to create or approve pull requests/,
    explain: () => new UserError(workflowMayNotOpenMessage()),
  },
  { statuses: [403], pattern: /archived|read-only/i, explain: () => new UserError(archivedMessage()) },
  { statuses: [403], pattern: /is locked/i, explain: () => new WorkGone(lockedMessage()) },
  {
    statuses: [409],
    pattern: /repository is empty/i,
    explain: () => new UserError(emptyRepositoryMessage()),
  },
  {
    statuses: [403, 409, 422],
    pattern: /rule violations|GH013|GH006|protected branch/i,
    explain: (_what, said) => new UserError(ruleMessage(said)),
  },
];

/** The error itself when it is none of those. */
export function explainRefusal(failed: Failure, what: string, error: unknown): unknown {
  const known = refusals.find(
    ({ statuses, pattern }) => statuses.includes(failed.status) && pattern.test(failed.message),
  );
  if (known === undefined) return error;
  const explained = known.explain(what, failed.message);
  explained.cause = error;
  return explained;
}

/**
 * No token could be minted because the App was removed, suspended or lost the repository
 * (https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app); else null.
 */
export function installationGone(error: unknown): WorkGone | null {
  if (!(error instanceof Error) || !("status" in error) || !("request" in error)) return null;
  const { url } = error.request as { url?: string };
  if (url?.endsWith("/access_tokens") !== true) return null;
  if (![403, 404, 422].includes(Number(error.status))) return null;
  if (/rate limit/i.test(error.message)) return null;
  return new WorkGone("The App is not installed there any more, or is suspended.", { cause: error });
}
