import { siblingsOf } from "../feature-siblings.ts";
import { citedForm } from "../../trace/cited-ids.ts";
import { diagramProblem } from "../diagram-problem.ts";
import type { DesignFacts } from "../design-facts.ts";
import { contentProblem } from "../../code/guard/content-problem.ts";
import { withoutSecrets } from "../../code/guard/secrets.ts";
import { languagesOf, parseLanguage } from "../../code/language.ts";
import { idFinder } from "../../trace/id-finder.ts";
import { beyond, vocabularyOf } from "./beyond-entries.ts";
import type { Checked, CheckedDraft, DesignDraft } from "./design-draft.ts";

interface DraftChecks {
  readonly facts: DesignFacts;
  /** IDs of all entries of the spec at head. */
  readonly all: readonly string[];
  /** Why the code of an interface of the draft does not parse, by its place there; null where it does. */
  readonly parsed: readonly (string | null)[];
  /** What the model was shown besides the entries: neighbours, siblings, code, the note. */
  readonly shown?: readonly string[];
}

type Statement = DesignDraft["dataFlow"][number];
type Check = (statement: Statement) => Checked;

const longestCode = 12_000;

/**
 * Holds a draft against what is known: cited entries are the package's, no others are spoken of, interfaces parse in a
 * language of the targets, diagrams are of a form that is certain to parse. An empty part is no fault. Nothing is dropped.
 */
export function checkDraft(
  draft: DesignDraft,
  { facts, all, parsed, shown = [] }: DraftChecks,
): CheckedDraft {
  const cites = checkOf(facts, all);
  const check = withoutInventions(cites, draft, facts, shown);
  return {
    interfaces: draft.interfaces.flatMap((one, index) =>
      interfaceOf(one, cites(one), parsed[index] ?? null, facts),
    ),
    abstractions: draft.abstractions.map((one) => ({ ...check(one), name: one.name.slice(0, 120) })),
    dataFlow: draft.dataFlow.map(check),
    diagrams: draft.diagrams.map((one) => diagramOf(one, cites(one))),
    platform: draft.platform.map(check),
    performance: draft.performance.map(check),
    tests: draft.tests.map(check),
    // An option may be anything that somebody could decide.
    questions: draft.questions.map((one) => ({
      ...cites({ ...one, text: [one.text, ...one.options].join(" ") }),
      text: one.text,
      options: one.options,
    })),
  };
}

/** A statement that holds a name or a number which nothing that was shown holds says so. What the draft proposes itself is known. */
function withoutInventions(
  check: Check,
  { interfaces, abstractions }: DesignDraft,
  facts: DesignFacts,
  shown: readonly string[],
): Check {
  const proposed = [...interfaces.map(({ text }) => text), ...abstractions.map(({ name }) => name)];
  const own = facts.members.flatMap(({ change }) => [
    change.after?.text ?? "",
    change.before?.text ?? "",
    ...change.replaces,
    change.id,
  ]);
  const around = [...facts.around.above.values(), ...[...facts.around.parts.values()].flat()].map(
    ({ text }) => text,
  );
  const sections = facts.entries.map(({ section }) => section);
  const known = vocabularyOf([...own, ...around, ...sections, ...shown]);
  const withProposed = vocabularyOf([...own, ...around, ...sections, ...shown, ...proposed]);
  return (statement) => {
    const checked = check(statement);
    if (checked.problem !== null) return checked;
    const found = beyond(checked.text, { words: withProposed.words, numbers: known.numbers });
    return found === null
      ? checked
      : { ...checked, problem: `"${found.slice(0, 60)}" stands in nothing that was shown` };
  };
}

/** What holds for every statement: it cites entries of the package, and speaks of no others than were shown. */
function checkOf(facts: DesignFacts, all: readonly string[]): Check {
  const members = facts.members.map(({ change }) => change.id);
  const byForm = new Map(members.flatMap((id) => [[citedForm(id), id] as const, [id, id] as const]));
  const referred = facts.entries.flatMap(({ references }) => references);
  const parents = members.flatMap((id) => facts.parentOf(id) ?? []);
  const siblings = siblingsOf(facts).map(({ id }) => id);
  const allowed = new Set([...members, ...referred, ...parents, ...siblings].map(citedForm));
  const find = idFinder(all.filter((id) => /\d/.test(citedForm(id))));
  return ({ entries, text }) => {
    const shown = withoutSecrets(text).slice(0, longestCode);
    const known = [...new Set(entries.flatMap((id) => byForm.get(id) ?? []))];
    const invented = entries.find((id) => !byForm.has(id));
    const other = shown
      .split(/[\s`"'(),;]+/)
      .flatMap((token) => find(token.slice(0, 200), 1))
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
  if (other !== undefined) return `it speaks of "${other.slice(0, 80)}", which was not shown`;
  const hidden = contentProblem(text, null);
  return hidden === null ? null : `it holds what nobody sees: ${hidden.what}`;
}

function interfaceOf(
  { language: word }: DesignDraft["interfaces"][number],
  checked: Checked,
  parsed: string | null,
  facts: DesignFacts,
): readonly (Checked & { readonly language: string })[] {
  const languages = languagesOf(facts.targets);
  const named = parseLanguage(word);
  const ownForm = named === null && languages.length === 0;
  const language = named ?? (ownForm ? formOf(word) : (languages[0] ?? "text"));
  const isWanted = ownForm || (named !== null && languages.includes(named));
  const wrong = languages.length === 0 ? "no target says that it is written in" : "no target is written in";
  const problem = !isWanted
    ? `${wrong} "${word.slice(0, 40)}"`
    : checked.text.length >= longestCode
      ? "it is too long for an interface"
      : parsed;
  return [{ ...checked, language, problem: checked.problem ?? problem }];
}

/** The name of a form that is no programming language: `json`, `http`, `sql`. Mermaid would be drawn. */
function formOf(word: string): string {
  const plain = word.trim().toLowerCase();
  return /^[a-z][a-z0-9+-]{0,15}$/.test(plain) && plain !== "mermaid" ? plain : "text";
}

function diagramOf({ text }: Statement, checked: Checked): Checked {
  const diagram = text.trim();
  return { ...checked, text: checked.text.trim(), problem: checked.problem ?? diagramProblem(diagram) };
}
