import type { Entry } from "../entries/entry.ts";

/** Whether a child is a criterion or scenario of a requirement or story: it says what that asks. */
export function isPartOf(child: Pick<Entry, "kind" | "file">, whole: Pick<Entry, "kind" | "file">): boolean {
  return child.file === whole.file && isWhole.test(whole.kind) && isPart.test(child.kind);
}

const isWhole = /requirement|story/i;
const isPart = /criterion|scenario|acceptance|step/i;
