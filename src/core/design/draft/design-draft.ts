import { z } from "zod";

const statement = z.object({ entries: z.array(z.string()).default([]), text: z.string() });
/** A part that is left out has nothing to say. */
const listOf = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const statements = listOf(statement);

/** A model's draft of a design document, as it answers; nothing in it is checked. */
const draftSchema = z.object({
  interfaces: listOf(statement.extend({ language: z.string() })),
  abstractions: listOf(statement.extend({ name: z.string() })),
  dataFlow: statements,
  diagrams: statements,
  platform: statements,
  performance: statements,
  tests: statements,
  questions: listOf(statement.extend({ options: z.array(z.string()).default([]) })),
});

export type DesignDraft = z.infer<typeof draftSchema>;

/** What the model wrote in one place, and what code found of it. */
export interface Checked {
  /** Full IDs of the work package that it is about; cited ones that do not exist are left out. */
  readonly entries: readonly string[];
  readonly text: string;
  /** Why it is not to be relied on, in our own words, or null. */
  readonly problem: string | null;
}

/** A draft after its checks: nothing that failed one is hidden, all of it is marked. */
export interface CheckedDraft {
  /** `language`: of a target, or of the spec's own form where no target says what it is written in. */
  readonly interfaces: readonly (Checked & { readonly language: string })[];
  readonly abstractions: readonly (Checked & { readonly name: string })[];
  readonly dataFlow: readonly Checked[];
  readonly diagrams: readonly Checked[];
  readonly platform: readonly Checked[];
  readonly performance: readonly Checked[];
  readonly tests: readonly Checked[];
  readonly questions: readonly (Checked & { readonly options: readonly string[] })[];
}

/** Statements of one section; what is beyond is cut off. */
const mostStatements = 40;

/** The model's answer, or null when it is not what was asked for. Bounded. */
export function readDraft(text: string): DesignDraft | null {
  try {
    const given: unknown = JSON.parse(text);
    const parsed = draftSchema.safeParse(given);
    if (!parsed.success || !Object.keys(sections).some((key) => key in (given as object))) return null;
    const cut = Object.entries(parsed.data).map(([key, list]) => [key, list.slice(0, mostStatements)]);
    return Object.fromEntries(cut) as DesignDraft;
  } catch {
    return null;
  }
}

/** What of a draft failed a check. */
export function problemsOf(draft: CheckedDraft): readonly string[] {
  return Object.entries(draft).flatMap(([section, list]: [string, readonly Checked[]]) =>
    list.flatMap(({ problem, text }) =>
      problem === null ? [] : [`${section}: "${text.replace(/\s+/g, " ").slice(0, 80)}": ${problem}`],
    ),
  );
}

/** Whether a second draft mends the first: fewer faults, and nothing dropped that had none. */
export function mends(second: CheckedDraft, first: CheckedDraft): boolean {
  return problemsOf(second).length < problemsOf(first).length && soundIn(second) >= soundIn(first);
}

/** How many statements of a draft passed every check. */
function soundIn(draft: CheckedDraft): number {
  return Object.values(draft)
    .flat()
    .filter(({ problem }: Checked) => problem === null).length;
}

const string = { type: "string" } as const;
const strings = { type: "array", items: string } as const;

function list(more: Readonly<Record<string, object>> = {}): object {
  const properties = { ...more, entries: strings, text: string };
  const item = { type: "object", additionalProperties: false, required: Object.keys(properties), properties };
  return { type: "array", items: item };
}

const sections = {
  interfaces: list({ language: string }),
  abstractions: list({ name: string }),
  dataFlow: list(),
  diagrams: list(),
  platform: list(),
  performance: list(),
  tests: list(),
  questions: list({ options: strings }),
};

/** JSON Schema of the answer. Entries come before the text: a model cites before it states. */
export const draftJsonSchema = {
  type: "object",
  additionalProperties: false,
  required: Object.keys(sections),
  properties: sections,
} as const;
