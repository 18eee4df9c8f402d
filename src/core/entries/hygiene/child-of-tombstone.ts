import type { Entry, Finding } from "../entry.ts";
import { type HygieneRule, listed } from "./rule.ts";
import { pushTo } from "../../push-to.ts";

/** Live entries below a tombstone, when either came about here; one finding per tombstone. */
export const childOfTombstone: HygieneRule = {
  name: "child-of-tombstone",
  describes: "A live entry stands below a retired one.",
  check({ head, headById, changeById }): Finding[] {
    const children = new Map<string, Entry[]>();
    for (const file of head.files) {
      for (const entry of file.entries) {
        if (entry.parent === null || entry.status === "retired") continue;
        if (headById.get(entry.parent)?.status !== "retired") continue;
        const own = changeById.get(entry.id);
        const fresh =
          own !== undefined &&
          (own.kind === "added" || own.kind === "restored" || own.kind === "moved" || own.moved);
        if (fresh || changeById.get(entry.parent)?.kind === "retired") {
          pushTo(children, entry.parent, entry);
        }
      }
    }
    return [...children].map(([parent, entries]) => {
      const first = entries[0] as Entry;
      const message = `${listed(entries.map((entry) => entry.id))} ${entries.length > 1 ? "stand" : "stands"} below ${parent}, which is retired; retire or move ${entries.length > 1 ? "them" : "it"}.`;
      return { rule: "child-of-tombstone", id: first.id, file: first.file, line: first.line, message };
    });
  },
};
