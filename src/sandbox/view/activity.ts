import { accountView, type Json, nodeId } from "./account.ts";
import type { Push } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";

const zero = "0".repeat(40);

/** https://docs.github.com/rest/repos/repos#list-repository-activities */
export function activityView(world: World, push: Push): Json {
  const { id, ref, before, after, at: timestamp, pusher } = push;
  return {
    id,
    node_id: nodeId("PSH", String(id)),
    ...{ ref, timestamp },
    before: before ?? zero,
    after: after ?? zero,
    activity_type: typeOf(push),
    actor: accountView(world, pusher),
  };
}

function typeOf({ before, after, forced }: Push): string {
  if (before === null) return "branch_creation";
  if (after === null) return "branch_deletion";
  return forced ? "force_push" : "push";
}
