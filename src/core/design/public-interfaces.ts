import type { DesignFacts } from "./design-facts.ts";
import { cited, fenced, label } from "./markdown.ts";

/** The spec's own definitions as they stand there, or null where it gives none. */
export function publicInterfaces({ definitions, link }: DesignFacts): string | null {
  if (definitions.length === 0) return null;
  const blocks = definitions.map(({ file, line, language, text, entries }) => {
    const place = `[${label(file)}:${String(line)}](${link(file, line)})`;
    return `${place} ${cited(entries)}:\n\n${fenced(text, language)}`;
  });
  return ["As the spec defines them:", ...blocks].join("\n\n");
}
