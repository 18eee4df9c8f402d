import { renderInterfaces } from "./interface/render-interfaces.ts";
import { type Language, languageName } from "../code/language.ts";
import type { DesignFacts } from "./design-facts.ts";
import { interfaceLanguages } from "./interface-languages.ts";
import { code, fenced } from "./markdown.ts";

/** The spec's own interfaces in each target's language, or null where it gives none. */
export function publicInterfaces(facts: DesignFacts): string | null {
  if (facts.interfaces.found.length === 0) return null;
  const intro = `From the spec's own text (${sourcesOf(facts)}); comments name the entries. Names and types are the spec's, mapped to each language; what could not be mapped is asked below.`;
  return [intro, ...blocks(facts)].join("\n\n");
}

/** What is to be written down, and where. */
export function noInterfaces({ targets }: DesignFacts): string {
  const where = targets.length === 0 ? "each target" : targets.map(({ name }) => code(name)).join(", ");
  return `No interface was found: no IDL cites the entries, and no declaration or signature in them could be read. Write down the public interface for ${where}, with the spec's own names.`;
}

/** One block per language. */
function blocks(facts: DesignFacts): readonly string[] {
  return interfaceLanguages(facts).map((language) => {
    const { code: source, fence } = renderInterfaces(facts.interfaces, language);
    return `### ${languageTitle(language, facts)}\n\n${fenced(source, fence)}`;
  });
}

/** The language with the targets that are written in it. */
export function languageTitle(language: Language, { targets }: Pick<DesignFacts, "targets">): string {
  const names = targets.filter((one) => one.language === language).map(({ name }) => code(name));
  return names.length === 0 ? languageName(language) : `${languageName(language)} (${names.join(", ")})`;
}

function sourcesOf({ interfaces, link }: DesignFacts): string {
  const places = interfaces.found.map(({ declaration: { span } }) => ({ file: span.file, line: span.line }));
  const links = places.slice(0, 12).map(({ file, line }) => `[line ${line}](${link(file, line)})`);
  return [...new Set(links)].join(", ") + (places.length > 12 ? ", …" : "");
}
