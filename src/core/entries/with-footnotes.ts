import type { ScannedLine, ScannedSource } from "../markdown/scan/scanned-source.ts";
import { statesRule } from "./dialects/normative.ts";
import type { Entry, SourceLine } from "./entry.ts";

const definition = /^\[\^([^\]\s]{1,60})\]:/;
/** A call; with a colon behind it only where it stands directly behind a word. */
const reference = /(?<=[\p{L}\p{N}.,;!?)"'*_`])\[\^([^\]\s]{1,60})\]|\[\^([^\]\s]{1,60})\](?!:)/gu;
/** A footnote among an entry's lines; what it refers to, the entry does not. */
const ownFootnote = /^[ \t]*\[\^[^\]\s]{1,60}\]:.*(?:\n[ \t]*\S.*)*/gm;

/** A footnote belongs to the entries that refer to it, wherever it stands in the file. */
export function withFootnotes(scan: ScannedSource, entries: readonly Entry[]): readonly Entry[] {
  const notes = footnotesOf(scan);
  if (notes.size === 0) return entries;
  return entries.map((entry) => {
    if (!entry.text.includes("[^")) return entry;
    const named = new Set(
      [...entry.text.replace(ownFootnote, "").matchAll(reference)].map(
        ([, label, other = ""]) => label ?? other,
      ),
    );
    const found = [...named].flatMap((label) => (notes.has(label) ? [notes.get(label) ?? []] : []));
    const lines = found.flat();
    if (lines.length === 0) return entry;
    return {
      ...entry,
      text: [entry.text, ...found.map(noteText)].join("\n\n"),
      lines: [...entry.lines, ...lines.map(({ number, text }) => ({ line: number, text }))],
    };
  });
}

/** Words that frame entries, with the footnotes that they call. */
export function withCalledNotes(
  scan: ScannedSource,
): (lines: readonly SourceLine[]) => readonly SourceLine[] {
  const notes = footnotesOf(scan);
  return (lines) => {
    const text = lines.map((line) => line.text).join("\n");
    if (notes.size === 0 || !text.includes("[^")) return lines;
    const called = new Set([...text.matchAll(reference)].map(([, label, other = ""]) => label ?? other));
    const found = [...called].flatMap((label) => notes.get(label) ?? []);
    const own = new Set(lines.map(({ line }) => line));
    const more = found.filter(({ number }) => !own.has(number));
    return [...lines, ...more.map(({ number, content }) => ({ line: number, text: content }))];
  };
}

/** What tells where something comes from or how things mostly are. */
const explains =
  /\b(?:almost|usually|typically|often|mostly|likely|probably|historically|originally|formerly|in practice|in general|because|since then|for example|for instance|e\.g\.|such as|that of|the reason|comes from|named after|taken from|borrowed from|stands for|short for|also (?:known|called)|means|see|cf\.|refer to|note that|we (?:chose|think|believe|expect))(?![\p{L}\p{N}])/iu;
/** What a rule, an exception or a condition is told with. */
const restricts =
  /\b(?:must|shall|should|may|can|cannot|could|will (?:be (?!needed|used|seen|enough)|not)|required?|requires|needs? to|ha(?:s|ve) to|optional|recommended|not|never|no|none|neither|nor|only|except|excluding|apart from|other than|unless|without|but|however|instead|rather|if|when|whenever|while|until|otherwise|at least|at most|up to|exactly|each|every|both|(?<!almost )always|first|last|before|after)\b|n['’]t\b|[<>=≤≥%]/i;
/** Numbers that name a document or a year. */
const named =
  /\]\([^()\s]{1,300}\)|https?:\/\/\S{1,300}|\b(?:RFC|BIP|EIP|PEP|ISO|IEEE|IETF|BCP|W3C|section|chapter|§|version|v)[ -]?[\d.:-]{1,12}|\b(?:19|20)\d\d\b/gi;

/** Whether a footnote explains and leaves the rule that it stands at as it is; what is in doubt does not. */
export function isExplanation(text: string): boolean {
  const short = text.slice(0, 2000).replace(/\s+/g, " ").replace(named, " ");
  return text.length <= 2000 && explains.test(text) && !restricts.test(short) && !/\d/.test(short);
}

/** Without its label. A footnote that states no rule and no value is a note. */
function noteText(lines: readonly ScannedLine[]): string {
  const text = lines
    .map(({ content }) => content.trim())
    .join("\n")
    .replace(definition, "")
    .trim();
  return isExplanation(text) || !(statesRule(text) || /\d/.test(text)) ? `(Note: ${text})` : text;
}

function footnotesOf(scan: ScannedSource): ReadonlyMap<string, readonly ScannedLine[]> {
  const notes = new Map<string, ScannedLine[]>();
  let open: ScannedLine[] = [];
  for (const line of scan.lines) {
    if (line.kind !== "footnote") continue;
    const label = definition.exec(line.content.slice(0, 80))?.[1];
    if (label !== undefined) {
      open = [];
      // The page shows the first of a label.
      if (!notes.has(label)) notes.set(label, open);
    }
    open.push(line);
  }
  return notes;
}
