import type { Person } from "../../core/person.ts";
import {
  type LeaveRefusal,
  leaveOfOrder,
  leaveOfReader,
  type SpecLeave,
} from "../../core/plan/spec-leave.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

interface Showing {
  readonly spec: RepositoryRef;
  readonly place: RepositoryRef;
  /** Null: nobody asks, so that nobody has shown that they may read the spec. */
  readonly asker: Person | null;
}

type Asking = Pick<JobPorts, "github">;

/** What a follow-up's place may be shown of its spec at `head`: what was ordered there, else what GitHub now says of its readers. */
export async function leaveForFollowUp(
  ports: Asking,
  showing: Showing,
  text: { readonly ordered: string; readonly head: string },
): Promise<SpecLeave | LeaveRefusal | null> {
  return leaveOfOrder({ ...showing, ...text }) ?? leaveForReader(ports, showing);
}

/** Asked of GitHub, as of now; null where the spec is out of reach. */
export async function leaveForReader(
  { github }: Asking,
  { spec, place, asker }: Showing,
): Promise<SpecLeave | LeaveRefusal | null> {
  const found = await github.repository(place, spec.owner, spec.name);
  if (found?.id !== spec.id) return null;
  const isSpecPrivate = found.isPrivate;
  const isPlacePrivate =
    isSpecPrivate && (await github.repository(place, place.owner, place.name))?.isPrivate === true;
  const mayRead = isPlacePrivate && asker !== null && (await github.permission(spec, asker)) !== "none";
  return leaveOfReader({ spec, place, isSpecPrivate, isPlacePrivate, mayRead });
}
