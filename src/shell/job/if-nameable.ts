import type { Person } from "../../core/person.ts";
import { nameableState } from "../../core/state/nameable.ts";
import { kept } from "../kept.ts";
import type { RepositoryRef } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import type { JobPorts } from "./job-ports.ts";

/** What is needed to ask for a repository that may be private. */
export type AskingNames = Pick<JobPorts, "values" | "onError" | "attempt">;

interface Naming {
  /** Where it would be named. */
  readonly here: RepositoryRef;
  /** `owner/name`. */
  readonly name: string;
  /** Who it would be named to; null: whoever reads the page. */
  readonly asker: Person | null;
}

/**
 * A repository if it may be named; null: it may not, or there is none. An answer that breaks off would tell the two apart, as for
 * an absent one there is nothing to break: it counts as none, unless GitHub's last whole answer was that it may be named. Then
 * the work is tried again. A limit is the installation's, and says nothing of a name.
 */
export async function ifNameable<Found>(
  { values, onError, attempt }: AskingNames,
  { here, name, asker }: Naming,
  ask: () => Promise<Found | null>,
): Promise<Found | null> {
  const last = kept(values, nameableState, here, name, asker);
  try {
    const found = await ask();
    const isKnown = (await last.get()) !== null;
    if (isKnown !== (found !== null)) await last.update(() => (found === null ? null : true));
    return found;
  } catch (error) {
    if (error instanceof RetryLater || attempt.signal.aborted || (await last.get()) !== null) throw error;
    onError(attempt.id, error);
    return null;
  }
}
