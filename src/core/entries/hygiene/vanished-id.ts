import type { Change } from "../change.ts";
import type { Finding } from "../entry.ts";
import { type HygieneRule, listed } from "./rule.ts";
import { pushTo } from "../../push-to.ts";

/** IDs removed outright from a spec that keeps tombstones; one finding per file, at what stands there now. */
export const vanishedId: HygieneRule = {
  name: "vanished-id",
  describes: "An ID is gone without a tombstone in a spec that keeps tombstones.",
  check({ diff, headById, head, keepsTombstones }): Finding[] {
    if (!keepsTombstones) return [];
    const files = new Set(head.files.map((file) => file.path));
    const gone = new Map<string, Change[]>();
    for (const change of diff.changes) {
      if (change.kind !== "removed" || change.before?.status === "retired") continue;
      // A number that another entry bears now is renumbered, not gone.
      if (headById.has(change.id)) continue;
      pushTo(gone, change.file, change);
    }
    return [...gone].flatMap(([file, changes]) => {
      if (!files.has(file)) return [];
      const first = changes[0];
      if (!first) return [];
      const parent = first.parent === null ? undefined : headById.get(first.parent);
      const line = parent?.file === file ? parent.line : 1;
      const many = changes.length > 1;
      const ids = listed(changes.map((change) => change.id));
      const message = `${ids} ${many ? "are" : "is"} gone without a tombstone; keep ${many ? "each ID" : "the ID"} with a note that it was removed, so that it is not used again.`;
      return [{ rule: "vanished-id", id: first.id, file, line, message }];
    });
  },
};
