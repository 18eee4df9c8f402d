import { type DesignFacts, textOf } from "./design-facts.ts";
import { code, label, quoted } from "./markdown.ts";

/** The entries themselves, each with its line in the spec. */
export function intent({ members, link }: DesignFacts): string {
  return members
    .map((member) => {
      const { change } = member;
      const where = `[${label(change.file)}:${change.line}](${link(change.file, change.line)})`;
      const before = change.kind === "modified" ? (change.before?.text ?? "") : "";
      const was = before === "" ? "" : `\n\nBefore:\n\n${quoted(before)}`;
      return `${code(change.id)} (${change.kind}, ${where}):\n\n${quoted(textOf(member))}${was}`;
    })
    .join("\n\n");
}
