import { visibleText } from "../../markdown/hidden-text.ts";
import type { DesignFacts } from "../design-facts.ts";
import { cited, code, fenced, plain } from "../markdown.ts";
import { languageName, parseLanguage } from "../../code/language.ts";
import type { Checked, CheckedDraft } from "./design-draft.ts";

type Drafted<Section extends keyof CheckedDraft> = CheckedDraft[Section] | undefined;

/** One line each; null where there are none. */
export function draftedStatements(
  statements: readonly (Checked & { readonly name?: string })[] | undefined,
): string | null {
  if (statements === undefined || statements.length === 0) return null;
  return statements.map((one) => `- ${statementOf(one)}`).join("\n");
}

/** Code by language; what does not parse is shown as text. */
export function draftedInterfaces(drafted: Drafted<"interfaces">, facts: DesignFacts): string | null {
  if (drafted === undefined || drafted.length === 0) return null;
  const blocks = drafted.map((one) => {
    const { language, text, entries, problem } = one;
    const shown = problem === null ? fenced(text, language) : asText(text);
    const about =
      problem !== null
        ? `Proposed ${citedOr(entries)}:`
        : `Proposed${languageTitle(language, facts)} ${citedOr(entries)}:`;
    return `${problem === null ? "" : `${mark(problem)}\n\n`}${about}\n\n${shown}`;
  });
  return blocks.join("\n\n");
}

/** The language with the targets that are written in it; a form of the spec's own is shown by its fence. */
function languageTitle(word: string, { targets }: DesignFacts): string {
  const language = parseLanguage(word);
  if (language === null) return "";
  const names = targets.filter((one) => one.language === language).map(({ name }) => code(name));
  const title = languageName(language);
  return ` for ${names.length === 0 ? title : `${title} (${names.join(", ")})`}`;
}

/** Mermaid that is certain to parse is drawn; any other is shown as text. */
export function draftedDiagrams(drafted: Drafted<"diagrams">): string | null {
  if (drafted === undefined || drafted.length === 0) return null;
  const shown = drafted.map(({ text, entries, problem }) =>
    problem === null
      ? `Proposed ${citedOr(entries)}:\n\n${fenced(text, "mermaid")}`
      : `${mark(problem)}\n\n${asText(text)}`,
  );
  return shown.join("\n\n");
}

export function draftedQuestions(drafted: Drafted<"questions">): readonly string[] {
  return (drafted ?? []).map((one) => {
    const options = one.options.slice(0, 6).map((option) => plain(option).replace(/\.$/, ""));
    const choice = options.length < 2 ? "" : ` Options: ${options.join("; ")}.`;
    return statementOf(one, choice);
  });
}

/** What failed a check says so first, so that nobody reads it as the spec's word. */
function statementOf(
  { name, text, entries, problem }: Checked & { readonly name?: string },
  more = "",
): string {
  const about = name === undefined ? "" : `${code(name)}: `;
  const words = `${about}${plain(text)}${more}${entries.length === 0 ? "" : ` ${cited(entries)}`}`;
  return problem === null ? words : `${mark(problem)} ${words}`;
}

/** Nothing of it is drawn, highlighted or hidden. */
function asText(text: string): string {
  return fenced(visibleText(text).text, "text");
}

function mark(problem: string): string {
  return `**Check failed** (${plain(problem)}):`;
}

function citedOr(entries: readonly string[]): string {
  return entries.length === 0 ? "(no entry)" : cited(entries);
}
