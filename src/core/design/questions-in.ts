import { sectionsOf } from "./design-problem.ts";

/** How many questions a document leaves open: numbered lines of its section *Open questions*. */
export function questionsIn(document: string): number {
  const section = sectionsOf(document).get("Open questions") ?? "";
  return section.split("\n").filter((line) => /^\d{1,3}\. /.test(line)).length;
}
