import { clip, codeText, quoteText } from "./escape.ts";
import { marker } from "./marker.ts";

export interface Question {
  readonly entry: string;
  /** Words of the entry, checked to be in it; null when the model named none. */
  readonly quote: string | null;
  /** The model's words; null when they may hold what the spec's readers must not see. */
  readonly question: string | null;
}

/** Finds the question about an entry again; `fingerprint` is of the text that was asked about. */
export function questionMarker(entry: string, fingerprint: string): string {
  return marker("question", `${entry} ${fingerprint}`);
}

/** On the entry's line in the spec's pull request: why no code was written, and what would settle it. */
export function questionMessage({ entry, quote, question }: Question, fingerprint: string): string {
  const words =
    question === null
      ? "It came up in a private target, so its wording is not shown here."
      : quoteText(clip(question, 600));
  const where = quote === null ? "" : ` The words in doubt: ${codeText(clip(quote, 300))}.`;
  return [
    questionMarker(entry, fingerprint),
    `A question about ${codeText(clip(entry, 80))}, instead of a guess:`,
    words,
    `No code was written for it.${where} After the entry says which is meant, \`/retry\` goes on; or say it to the writer: \`/generate ${entry.replace(/[^A-Za-z0-9_.-]/g, "")} -- …\`.`,
  ].join("\n\n");
}
