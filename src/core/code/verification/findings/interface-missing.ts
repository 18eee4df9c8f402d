import type { Finding } from "../../../entries/entry.ts";
import { sectionsOf } from "../../../design/design-problem.ts";
import { readMarkdown } from "../../../markdown/read/read-markdown.ts";
import { type Language, parseLanguage } from "../../language.ts";
import type { Product } from "../source/product.ts";

const declaration =
  /\b(?:class|interface|struct|enum|protocol|trait|record|object|type|actor|typealias)\s(?:class\s)?([A-Za-z_]\w{2,80})/g;

/**
 * The types that a design document's public interfaces declare for a target's language; without a language, in whatever
 * language. What a comment says declares nothing.
 */
export function declaredNames(design: string, language: Language | null): readonly string[] {
  const text = sectionsOf(design).get("Public interfaces") ?? "";
  const names = new Set<string>();
  for (const block of readMarkdown(text).fences) {
    const written = parseLanguage(block.language);
    if (written === null || (language !== null && written !== language)) continue;
    for (const line of block.content.split("\n")) {
      if (/^\s*(?:\/\/|\/?\*|#)/.test(line)) continue;
      for (const [, name = ""] of line.matchAll(declaration)) names.add(name);
    }
  }
  return [...names];
}

/** Declared types that the source does not have. */
export function interfaceFindings(interfaces: readonly string[], { byName, bound }: Product): Finding[] {
  return interfaces
    .filter((name) => !byName.has(name) && !bound.has(name))
    .map((name) => ({
      rule: "interface-missing",
      id: null,
      file: "",
      line: 1,
      message: `The design declares ${name}; no source file of the target holds it.`,
    }));
}
