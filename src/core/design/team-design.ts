import type { FileChange } from "../code/file-change.ts";
import { intentAsked, openDecisions } from "./design-document.ts";
import type { DesignFacts } from "./design-facts.ts";
import { type ExistingDesign, inMode } from "./design-place.ts";
import { stateOf } from "./design-state.ts";
import type { CheckedDraft } from "./draft/design-draft.ts";

/** Files that a feature's folder keeps its design in: OpenSpec and Kiro, spec-kit. The first that is there counts. */
const designNames = ["design.md", "plan.md"];

/** Where the team writes the design of this feature, best first; empty for one without a folder of its own. */
export function teamDesignPaths({ home }: Pick<DesignFacts, "home">): readonly string[] {
  return home === null ? [] : designNames.map((name) => `${home}/${name}`);
}

/** The design that the team has of this feature, not made by this program, or null. */
export function teamDesign(
  facts: Pick<DesignFacts, "home">,
  existing: readonly ExistingDesign[],
): ExistingDesign | null {
  const files = teamDesignPaths(facts).flatMap((path) => existing.find((file) => file.path === path) ?? []);
  return files.find(({ text }) => text.trim() !== "" && stateOf(text) === null) ?? null;
}

/**
 * The team's file with the decisions that the entries leave open at its end, under what these say; all else byte for byte. Null
 * where it holds them already, or nothing is open.
 */
export function withOpenDecisions(
  design: ExistingDesign,
  facts: DesignFacts,
  draft: CheckedDraft | null,
): FileChange | null {
  const asked = openDecisions(facts, draft).filter((question) => !design.text.includes(question));
  if (asked.length === 0) return null;
  const list = asked.map((question, index) => `${String(index + 1)}. ${question}`).join("\n");
  const about = draft === null ? intentAsked(facts) : null;
  const parts = [design.text.trimEnd(), "## Open questions", ...(about === null ? [] : [about]), list];
  return inMode(design, `${parts.join("\n\n")}\n`);
}
