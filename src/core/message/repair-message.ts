import { clip, codeText, inlineText, richText } from "./escape.ts";
import { ciWaits } from "./follow-up-body.ts";
import { marker } from "./marker.ts";
import { listWords, plural } from "./wording.ts";

export const repairMarker = marker("repair");

/** Why no repair was made where the writer left everything as it is. */
export const noCauseWords = "the model found no cause of it in the code, or nothing it could change";

/** Nor where nobody waits for it any more. */
export const closedSinceWords = "the pull request was closed meanwhile";

export interface RepairText {
  /** Names of the checks that failed. */
  readonly failed: readonly string[];
  readonly commit: string;
  /** Repairs made so far, this one included, of at most `most`. */
  readonly tried: number;
  readonly most: number;
  /** What became of this repair; `given-up`: the limit is reached. */
  readonly state: "repaired" | "not-repaired" | "given-up";
  /** Why there is no repair, in our words; null otherwise. */
  readonly because: string | null;
  /** The code is of a text from outside: CI runs it only after somebody read it. */
  readonly fromFork: boolean;
}

/** On a code pull request whose CI failed; one comment, edited from repair to repair. */
export function repairMessage(text: RepairText): string {
  const { tried, most, state, because, fromFork } = text;
  const count = `repair ${tried} of at most ${most}`;
  const endings: Readonly<Record<RepairText["state"], string>> = {
    repaired: `The failure was read and answered by a commit (${count}). ${fromFork ? ciWaits : "Its CI says whether that was it."}`,
    "not-repaired": `No repair was made (${count}): ${richText(because ?? "nothing was written")}. What failed above remains.`,
    "given-up": `${plural(most, "repair was", "repairs were")} made, which is the limit (\`maxRepairs\`). What failed above remains: mend it by a commit, or say \`/generate ID -- …\` with what to do.`,
  };
  return [repairMarker, failureLine(text), endings[state]].join("\n\n");
}

/** In the same place, where none may be tried; `because`: whole sentences of ours. */
export function repairRefusedMessage(
  failure: Pick<RepairText, "failed" | "commit"> & { readonly because: string },
): string {
  return [repairMarker, failureLine(failure), failure.because].join("\n\n");
}

function failureLine({ failed, commit }: Pick<RepairText, "failed" | "commit">): string {
  const names = failed.slice(0, 10).map((name) => codeText(clip(name, 100)));
  return `${names.length === 0 ? "CI" : listWords(names)} failed on ${inlineText(commit.slice(0, 12))}.`;
}
