import type { Change } from "../change.ts";
import type { Entry, Finding } from "../entry.ts";
import { localId } from "../local-id.ts";
import { pushTo } from "../../push-to.ts";
import { type HygieneRule, listed } from "./rule.ts";

/** An ID that stands for another entry than before: code and plans that cite it mean the old one. One finding a file. */
export const renumberedId: HygieneRule = {
  name: "renumbered-id",
  describes: "An ID means another entry than before, because later entries were counted on.",
  check({ diff, headById }): Finding[] {
    const byFile = new Map<string, { change: Change; before: Entry; now: Entry }[]>();
    for (const change of diff.changes) {
      const { before, after, kind, previousId } = change;
      if (kind !== "renamed" || before === null || after === null || previousId === null) continue;
      if (after.traits?.hasContentId || after.kind === "section" || after.kind === "scenario") continue;
      const now = headById.get(previousId);
      if (now !== undefined) pushTo(byFile, now.file, { change, before, now });
    }
    return [...byFile].map(([file, found]) => report(file, found));
  },
};

function report(file: string, found: readonly { change: Change; before: Entry; now: Entry }[]): Finding {
  const first = found[0] as { change: Change; before: Entry; now: Entry };
  const ids = found.map(({ before }) => localId(before));
  const verb = ids.length === 1 ? "means" : "mean";
  const is = first.change.after ?? first.before;
  const renamed = `${localId(is)}${is.file === file ? "" : ` of ${is.file}`}`;
  const message = `${listed(ids)} ${verb} another entry than before (the old ${ids[0] ?? ""} is ${renamed} now); what cites ${ids.length === 1 ? "it" : "them"} means the old one. Give a new entry the next free ID.`;
  return { rule: "renumbered-id", id: first.now.id, file, line: first.now.line, message };
}
