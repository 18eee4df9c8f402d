import type { Finding } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

/** A tombstone whose ID is live again: code that cites the ID may mean what it meant before. */
export const reusedId: HygieneRule = {
  name: "reused-id",
  describes: "An ID that was retired is used again.",
  check({ diff, baseById, keepsTombstones }): Finding[] {
    if (!keepsTombstones) return [];
    return diff.changes.flatMap(({ id, after }) => {
      const before = baseById.get(id);
      if (!after || before?.status !== "retired" || after.status === "retired") return [];
      const message = `${id} was retired and is used again; code that cites it may mean the old rule. Take a new ID unless the old rule is restored.`;
      return [{ rule: "reused-id", id, file: after.file, line: after.line, message }];
    });
  },
};
