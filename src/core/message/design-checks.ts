import { plural } from "./wording.ts";

/** Why a design was not drafted by the model that is configured. */
export const noDraftWords = {
  "too-large": "its entries are too long for one request; ask for fewer at a time",
  "over-budget": "the model's budget is used up",
  refused: "the model refused",
  truncated: "the model's answer was cut off",
  unreadable: "the model's answer could not be read",
  unreachable: "the model could not be reached",
  deadline: "the model took too long",
} as const;

export interface DesignCheckFacts {
  /** Null where the document is the spec's own text. */
  readonly draft: { readonly marked: number } | null;
  /** Why there is no draft though a model is configured; else null. */
  readonly noDraft: keyof typeof noDraftWords | null;
}

/** What a design pull request may claim, and what it may not. */
export function designChecks({ draft, noDraft }: DesignCheckFacts): {
  readonly verified: readonly string[];
  readonly notVerified: readonly string[];
} {
  const right = "Whether the design is right: that is what this pull request is for.";
  const quotes = "Every quote stands in the spec at the commit named above.";
  const without =
    noDraft === null
      ? []
      : [
          `No model drafted it: ${noDraftWords[noDraft]}. It holds what the spec itself says; \`/generate\` on the spec pull request tries again.`,
        ];
  if (draft === null) return { verified: [quotes], notVerified: [...without, right] };
  const marked =
    draft.marked === 0
      ? []
      : [`${plural(draft.marked, "statement")} failed a check: look for “Check failed” in the document.`];
  return {
    verified: [
      quotes,
      "Of what the model wrote, each statement that is not marked cites entries of this work package and speaks of no entry that it was not shown; interfaces parse in their language, diagrams are of a form that parses.",
    ],
    notVerified: [...marked, "Whether the cited entries say what is stated.", right],
  };
}

/** Of a code pull request whose design had not decided everything. */
export function designedOpenWords(path: string, questions: number): string {
  return `${path} still lists ${plural(questions, "open question")}: what the code does there is nobody's decision yet.`;
}

/** Instead of code from a design that nobody has approved and that leaves something open. */
export function openDesignWords(path: string, questions: number): string {
  const are = questions === 1 ? "it is" : "they are";
  return `Nothing was generated: ${path} still lists ${plural(questions, "open question")}. Write what is decided into the file, by hand or by \`/revise\`, and take out what is settled; or say \`/generate --accept-open\` to leave to the code's author what ${are} about.`;
}

/** Instead of code without the design that was approved. */
export function designGoneWords(path: string): string {
  return `Nothing was generated: ${path} is not there any more, so no design stands between the spec and the code. Put it back, or say \`/generate --path code\` on the spec pull request.`;
}

/** Why a draft is thrown away. */
export const draftHiddenWords =
  "who may read the code of a target changed while the design was drafted with it, so the draft was thrown away; say `/generate` again";

/** The same where targets are configured, whether any of them is there or not. */
export const draftInPublicWords =
  "this repository became public while the design was drafted, so the draft was thrown away; say `/generate` again";

/** Of a row for a feature whose design the team keeps itself, where no decision is open. */
export function teamDesignWords(folder: string | null): string {
  return `${folder ?? "the feature"} has its own design file, and the entries leave no question open that it does not hold; say \`/generate --path code\` for the code`;
}
