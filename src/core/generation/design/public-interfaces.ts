import { renderInterfaces } from "../interface/render-interfaces.ts";
import { languageName } from "../language.ts";
import type { DesignFacts } from "./design-facts.ts";
import { code, fenced } from "./markdown.ts";

/** The spec's own interfaces in each target's language; without any, what is to be written down and where. */
export function publicInterfaces(facts: DesignFacts): string {
  const { targets, interfaces, sources } = { ...facts, sources: sourcesOf(facts) };
  if (interfaces.found.length === 0) {
    const where = targets.length === 0 ? "each target" : targets.map(({ name }) => code(name)).join(", ");
    return `The entries give no interface: no IDL cites them, and they hold no declaration or signature. Write down the public interface for ${where}, with the spec's own names.`;
  }
  const intro = `From the spec's own text (${sources}); comments name the entries. Names and types are the spec's, mapped to each language; what could not be mapped is asked below.`;
  return [intro, ...blocks(facts)].join("\n\n");
}

/** One block per language; targets without a known one are served by TypeScript, which people of most languages read. */
function blocks({ targets, interfaces }: DesignFacts): readonly string[] {
  const known = targets.flatMap(({ name, language }) => (language === null ? [] : [{ name, language }]));
  const languages =
    known.length === 0 ? (["typescript"] as const) : [...new Set(known.map(({ language }) => language))];
  return languages.map((language) => {
    const names = known.filter((one) => one.language === language).map(({ name }) => code(name));
    const title =
      names.length === 0 ? languageName(language) : `${languageName(language)} (${names.join(", ")})`;
    const { code: source, fence } = renderInterfaces(interfaces, language);
    return `### ${title}\n\n${fenced(source, fence)}`;
  });
}

function sourcesOf({ interfaces, link }: DesignFacts): string {
  const places = interfaces.found.map(({ declaration: { span } }) => ({ file: span.file, line: span.line }));
  const links = places.slice(0, 12).map(({ file, line }) => `[line ${line}](${link(file, line)})`);
  return [...new Set(links)].join(", ") + (places.length > 12 ? ", …" : "");
}
