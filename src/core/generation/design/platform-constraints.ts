import { languageName } from "../language.ts";
import type { CriterionId } from "../../decision/criterion.ts";
import type { DesignFacts } from "./design-facts.ts";
import { evidenceLines } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";
import { platformWords } from "./platform-words.ts";

/** What the text says about platforms: per target where it names the target's own, then for all; null: nothing. */
export function platformConstraints(facts: DesignFacts): string | null {
  const { targets, sentences } = facts;
  const lines = targets.flatMap(({ name, language }) => {
    if (language === null) return [];
    return sentences
      .filter(({ text }) => platformWords[language].test(text))
      .slice(0, 8)
      .map(({ id, text }) => `- ${code(name)} (${languageName(language)}): ${code(text)} ${cited([id])}`);
  });
  return joined([...lines, ...evidenceOf(facts, ["platform-constraints"])]);
}

/** What the text says about performance; null: nothing. */
export function performance(facts: DesignFacts): string | null {
  return joined(evidenceOf(facts, ["performance-choices", "performance-not-a-constraint"]));
}

function evidenceOf({ members, entries }: DesignFacts, wanted: readonly CriterionId[]): readonly string[] {
  const passages = members.flatMap(({ change, criteria }) =>
    criteria
      .filter(({ id }) => wanted.includes(id))
      .flatMap(({ evidence }) => evidence.map(({ quote }) => ({ id: change.id, quote }))),
  );
  return evidenceLines(passages, entries);
}

function joined(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : [...new Set(lines)].join("\n");
}
