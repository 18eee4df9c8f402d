import { renderInterfaces } from "./interface/render-interfaces.ts";
import { languageName } from "../code/language.ts";
import type { DesignFacts } from "./design-facts.ts";
import { interfaceLanguages } from "./interface-languages.ts";
import { leftOpen } from "./left-open.ts";
import { cited, code } from "./markdown.ts";
import { memberQuestions } from "./member-questions.ts";

/** What the spec leaves open: criteria without a clear answer, things to add, types without a form. */
export function openQuestions(facts: DesignFacts): readonly string[] {
  return [
    ...new Set([...leftOpen(facts), ...memberQuestions(facts), ...fromLoose(facts), ...fromTypes(facts)]),
  ];
}

function fromLoose({ interfaces }: DesignFacts): readonly string[] {
  return interfaces.loose.map(
    ({ declaration, entries }) =>
      `Which type has ${code(declaration.span.quote)}, or does it stand alone? ${cited(entries)}`,
  );
}

/** Types that a language cannot say, and types that nothing declares. */
function fromTypes({ interfaces, targets }: DesignFacts): readonly string[] {
  if (interfaces.found.length === 0) return [];
  const open = new Map<string, string[]>();
  const unknown = new Set<string>();
  for (const language of interfaceLanguages({ targets })) {
    const rendered = renderInterfaces(interfaces, language);
    for (const { at, words } of rendered.unmapped) {
      const key = JSON.stringify([at, words]);
      open.set(key, [...(open.get(key) ?? []), languageName(language)]);
    }
    for (const { name, declaration } of rendered.elsewhere) if (declaration === null) unknown.add(name);
  }
  const idsOf = (at: string): readonly string[] =>
    interfaces.found.find(({ declaration }) => declaration.name === at.split("#")[0])?.entries ?? [];
  const forms = [...open].map(([key, names]) => {
    const [at = "", words = ""] = JSON.parse(key) as string[];
    const asked =
      words === "" ? `${code(at)}: which type? The spec gives none.` : formQuestion(at, words, names);
    return `${asked} ${cited(idsOf(at))}`;
  });
  const names = [...unknown].map(code);
  const all = [...new Set(interfaces.found.flatMap(({ entries }) => entries))].slice(0, 8);
  const undeclared =
    names.length === 0 ? [] : [`What is ${names.join(", ")}? No declaration in these files. ${cited(all)}`];
  return [...forms, ...undeclared];
}

function formQuestion(at: string, words: string, names: readonly string[]): string {
  const options = words.includes(" | ") && !words.includes("=>") ? words.split(" | ") : [];
  const choice =
    options.length < 2
      ? ""
      : /^["\d]/.test(words)
        ? " An enumeration of its own, or plain values?"
        : " Overloads, a common type, or a wrapper?";
  return `${code(at)}: how is ${code(words)} said in ${names.join(", ")}?${choice}`;
}
