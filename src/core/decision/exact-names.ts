import type { Reading } from "./reading.ts";

/** `` `[Testable]` `` and `` `(RTN15a)` `` are about the entry. */
const mark = /^`\[|^`\(?[A-Z]{2}[A-Za-z-]{0,20}\d\w{0,20}\)?`$/;
const maxName = 60;

/** Code spans of the change, in order, without duplicates. */
export function exactNames(reading: Reading): readonly string[] {
  const names = new Set<string>();
  for (const { inFence, span } of reading.fresh) {
    if (inFence) continue;
    for (const [name] of span.quote.matchAll(/(?<!`)`[^`\n]{1,60}`(?!`)/g)) {
      if (name.length <= maxName && !mark.test(name)) names.add(name);
    }
  }
  return [...names];
}
