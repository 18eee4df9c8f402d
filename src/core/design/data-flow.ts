import { readLines } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import { code } from "./markdown.ts";
import { referenceDiagram } from "./reference-diagram.ts";

/** The spec's own drawings, else a picture of the entries' references; null where neither would help. */
export function dataFlow({ entries, link }: DesignFacts): string | null {
  const own = entries.flatMap(({ id, file, lines }) => {
    const at = readLines(lines).fences.find(({ language }) => language === "mermaid");
    return at === undefined ? [] : [`- ${code(id)}: [line ${at.line}](${link(file, at.line)})`];
  });
  if (own.length > 0) return `The spec draws it itself:\n\n${own.join("\n")}`;
  const references = referenceDiagram(entries);
  return references === null
    ? null
    : `How the entries refer to each other:\n\n\`\`\`mermaid\n${references}\n\`\`\``;
}
