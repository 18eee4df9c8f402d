import type { DesignFacts } from "./design-facts.ts";
import { cited, code, fenced, label } from "./markdown.ts";

/** The spec's own definitions as they stand there, or null where it gives none. */
export function publicInterfaces({ definitions, link }: DesignFacts): string | null {
  if (definitions.length === 0) return null;
  const blocks = definitions.map(({ file, line, language, text, entries }) => {
    const place = `[${label(file)}:${String(line)}](${link(file, line)})`;
    return `${place} ${cited(entries)}:\n\n${fenced(text, language)}`;
  });
  return ["As the spec defines them:", ...blocks].join("\n\n");
}

/** What is to be written down, and where. */
export function noInterfaces({ targets }: DesignFacts): string {
  const where = targets.length === 0 ? "each target" : targets.map(({ name }) => code(name)).join(", ");
  return `The spec defines none for these entries. Write down the public interface for ${where}, with the spec's own names.`;
}
