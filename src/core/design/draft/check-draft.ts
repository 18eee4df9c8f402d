import { citedForm } from "../../code/context/cited-ids.ts";
import { diagramProblem } from "../diagram-problem.ts";
import type { DesignFacts } from "../design-facts.ts";
import { contentProblem } from "../../code/guard/content-problem.ts";
import { withoutSecrets } from "../../code/guard/secrets.ts";
import { languagesOf, type Language, parseLanguage } from "../../code/language.ts";
import { idFinder } from "../../trace/id-finder.ts";
import type { Checked, CheckedDraft, DesignDraft } from "./design-draft.ts";

interface DraftChecks {
  readonly facts: DesignFacts;
  /** IDs of all entries of the spec at head. */
  readonly all: readonly string[];
  /** Why the code of an interface of the draft does not parse, by its place there; null where it does. */
  readonly parsed: readonly (string | null)[];
}

type Statement = DesignDraft["dataFlow"][number];
type Check = (statement: Statement) => Checked;

const longestCode = 12_000;

/**
 * Holds a draft against what is known: cited entries are the package's, no others are spoken of, interfaces parse in a
 * language of the targets, diagrams are of a form that is certain to parse. An empty part is no fault. Nothing is dropped.
 */
export function checkDraft(draft: DesignDraft, { facts, all, parsed }: DraftChecks): CheckedDraft {
  const check = checkOf(facts, all);
  return {
    interfaces: draft.interfaces.flatMap((one, index) =>
      interfaceOf(one, check(one), parsed[index] ?? null, facts),
    ),
    abstractions: draft.abstractions.map((one) => ({ ...check(one), name: one.name.slice(0, 120) })),
    dataFlow: draft.dataFlow.map(check),
    diagrams: draft.diagrams.map((one) => diagramOf(one, check(one))),
    platform: draft.platform.map(check),
    performance: draft.performance.map(check),
    tests: draft.tests.map(check),
    questions: draft.questions.map((one) => ({
      ...check({ ...one, text: [one.text, ...one.options].join(" ") }),
      text: one.text,
      options: one.options,
    })),
  };
}

/** What holds for every statement: it cites entries of the package, and speaks of no others. */
function checkOf(facts: DesignFacts, all: readonly string[]): Check {
  const members = facts.members.map(({ change }) => change.id);
  const byForm = new Map(members.flatMap((id) => [[citedForm(id), id] as const, [id, id] as const]));
  const referred = facts.entries.flatMap(({ references }) => references);
  const parents = members.flatMap((id) => facts.parentOf(id) ?? []);
  const allowed = new Set([...members, ...referred, ...parents].map(citedForm));
  const find = idFinder(all.filter((id) => /\d/.test(citedForm(id))));
  return ({ entries, text }) => {
    const shown = withoutSecrets(text).slice(0, longestCode);
    const known = [...new Set(entries.flatMap((id) => byForm.get(id) ?? []))];
    const invented = entries.find((id) => !byForm.has(id));
    const other = shown
      .split(/[\s`"'(),;]+/)
      .flatMap((token) => find(token.slice(0, 200), true))
      .find(({ form }) => !allowed.has(form));
    return { entries: known, text: shown, problem: problemOf(shown, known, invented, other?.form) };
  };
}

function problemOf(
  text: string,
  known: readonly string[],
  invented: string | undefined,
  other: string | undefined,
): string | null {
  if (text.trim() === "") return "it says nothing";
  if (invented !== undefined)
    return `it cites "${invented.slice(0, 80)}", which is no entry of this work package`;
  if (known.length === 0) return "it cites no entry";
  if (other !== undefined)
    return `it speaks of "${other.slice(0, 80)}", which is not part of this work package`;
  const hidden = contentProblem(text, null);
  return hidden === null ? null : `it holds what nobody sees: ${hidden.what}`;
}

function interfaceOf(
  { language: word }: DesignDraft["interfaces"][number],
  checked: Checked,
  parsed: string | null,
  facts: DesignFacts,
): readonly (Checked & { readonly language: Language })[] {
  const languages = languagesOf(facts.targets);
  const named = parseLanguage(word);
  const language = named ?? languages[0];
  if (language === undefined) return [];
  const isWanted = named !== null && languages.includes(named);
  const problem = !isWanted
    ? `no target is written in "${word.slice(0, 40)}"`
    : checked.text.length >= longestCode
      ? "it is too long for an interface"
      : parsed;
  return [{ ...checked, language, problem: checked.problem ?? problem }];
}

function diagramOf({ text }: Statement, checked: Checked): Checked {
  const diagram = text.trim();
  return { ...checked, text: checked.text.trim(), problem: checked.problem ?? diagramProblem(diagram) };
}
