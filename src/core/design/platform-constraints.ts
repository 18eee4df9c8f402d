import { languageName } from "../code/language.ts";
import type { CriterionId } from "../decision/criterion.ts";
import type { DesignFacts } from "./design-facts.ts";
import { evidenceLines, type Passage, readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";
import { platformWords } from "./platform-words.ts";

/** What the text says about platforms: per target where it names the target's own, then for all; null: nothing. */
export function platformConstraints(facts: DesignFacts): string | null {
  const { targets, sentences } = facts;
  const named = targets.flatMap(({ name, language }) => {
    if (language === null) return [];
    return sentences
      .filter(({ text }) => platformWords[language].test(text))
      .slice(0, 8)
      .map(({ id, text }) => ({
        quote: code(readable({ id, quote: text })),
        line: `- ${code(name)} (${languageName(language)}): ${code(readable({ id, quote: text }))} ${cited([id])}`,
      }));
  });
  // A sentence said of a target is not said again of all.
  const others = evidenceLines(evidenceOf(facts, ["platform-constraints"]), facts).filter(
    (line) => !named.some(({ quote }) => line.includes(quote)),
  );
  return joined([...named.map(({ line }) => line), ...others]);
}

/** What the text says about performance; null: nothing. */
export function performance(facts: DesignFacts): string | null {
  return joined(
    evidenceLines(evidenceOf(facts, ["performance-choices", "performance-not-a-constraint"]), facts),
  );
}

function evidenceOf({ members }: DesignFacts, wanted: readonly CriterionId[]): readonly Passage[] {
  return members.flatMap(({ change, criteria }) =>
    criteria
      .filter(({ id }) => wanted.includes(id))
      .flatMap(({ evidence }) => evidence.map(({ quote }) => ({ id: change.id, quote }))),
  );
}

function joined(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : [...new Set(lines)].join("\n");
}
