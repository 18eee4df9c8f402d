import { marker } from "../../core/message/marker.ts";
import { sha256 } from "../../core/entries/sha256.ts";
import type { GitHubAction } from "../../core/plan/action.ts";
import { type Said, saidState } from "../../core/state/said.ts";
import { kept } from "../kept.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

type Comment = Extract<GitHubAction, { type: "upsert-comment" }>;
type Check = Extract<GitHubAction, { type: "check-run" }>;

/** Commits whose check runs are remembered: a branch is rarely pushed back further. */
const rememberedChecks = 20;

export async function recallSaid(
  { values }: JobPorts,
  repository: RepositoryRef,
  pull: number,
): Promise<Said | null> {
  return kept(values, saidState, { repository, number: pull }).get();
}

/** False also where nobody remembers. */
export function isFirstWord({ forgets }: JobPorts, recalled: Said | null): boolean {
  return recalled === null && forgets !== true;
}

/** Looks through the pull request's comments, all pages: for one that nothing is remembered of. */
export async function findSaid({ github }: JobPorts, repository: RepositoryRef, pull: number): Promise<Said> {
  const comments = await github.comments(repository, pull);
  const mine = comments.find((one) => one.ours && one.body.startsWith(marker("review")));
  const comment = mine === undefined ? null : { id: mine.id, digest: sha256(mine.body) };
  return { comment, checks: {}, complete: comment === null };
}

/** Applies the plan of a review. What is to be made is noted before, so that after a crash it is looked for. */
export async function say(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: number,
  before: Said,
  actions: readonly GitHubAction[],
): Promise<void> {
  let said = before;
  const remember = async (now: Said): Promise<void> => {
    said = now;
    await kept(ports.values, saidState, { repository, number: pull }).set(now);
  };
  for (const action of actions) {
    if (action.type === "upsert-comment") await sayComment(action);
    else if (action.type === "check-run") await sayCheck(action);
    else await ports.github.apply(repository, pull, action);
  }

  async function sayComment(action: Comment): Promise<void> {
    // Nothing said: looked for, as it may have been made by an attempt that was cut off.
    const place = said.comment === null ? { commentId: null } : idOf(said.comment.id);
    const known = { ...action, ...place };
    if (said.comment === null && action.create)
      await remember({ ...said, comment: { id: null, digest: "" } });
    const { number: id } = await ports.github.apply(repository, pull, known);
    const digest = sha256(action.body);
    await remember({ ...said, comment: id === null ? null : { id, digest } });
  }

  async function sayCheck(action: Check): Promise<void> {
    const digest = sha256(JSON.stringify(action));
    const known = said.checks[action.headSha];
    if (known?.digest === digest && known.id !== null) return;
    const note = (id: number | null): Promise<void> =>
      remember({ ...said, checks: latest({ ...said.checks, [action.headSha]: { id, digest } }) });
    if (known === undefined) await note(null);
    const { number: id } = await ports.github.apply(repository, pull, {
      ...action,
      ...place(known, said.complete),
    });
    await note(id);
  }
}

/** Where the check run of a commit is: known, nowhere, or to be looked for (nothing said). */
function place(known: Said["checks"][string] | undefined, complete: boolean): { checkRunId?: number | null } {
  if (known === undefined) return complete ? { checkRunId: null } : {};
  return known.id === null ? {} : { checkRunId: known.id };
}

function idOf(id: number | null): { commentId?: number } {
  return id === null ? {} : { commentId: id };
}

function latest(checks: Said["checks"]): Said["checks"] {
  return Object.fromEntries(Object.entries(checks).slice(-rememberedChecks));
}
