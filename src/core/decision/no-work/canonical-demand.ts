import { type DemandTokens, demandTokens, type Token } from "./demand-tokens.ts";
import { ended } from "./sentence-edges.ts";
import { withoutLastCommas } from "./last-comma.ts";
import { oneSpelling } from "./spelling.ts";

/** One piece of a demand, typography aside: `kind` and `text` are compared. */
export type Piece = Pick<Token, "kind" | "text">;

export interface CanonicalDemand extends Pick<DemandTokens, "links"> {
  readonly pieces: readonly Piece[];
}

const kept = new Map<string, CanonicalDemand | null>();
const maxKept = 2000;

/**
 * What a text demands, written in one way: without the typography of sentences and headings, each word in one spelling,
 * each number as digits. Two texts with the same pieces in the same order demand the same. Null when the text is too large.
 */
export function canonicalDemand(text: string): CanonicalDemand | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = demandTokens(text);
  const demand = read === null ? null : { pieces: canonical(read.tokens), links: read.links };
  if (kept.size >= maxKept) kept.clear();
  kept.set(text, demand);
  return demand;
}

function canonical(tokens: readonly Token[]): readonly Piece[] {
  return withoutLastCommas(abbreviated(settled(lowered(withoutTags(unbracketed(ended(tokens)))))));
}

const maxReference = 6;

/** `[text]` that is defined elsewhere on the page is a link: its brackets are no signs. Intervals and boxes keep theirs. */
function unbracketed(tokens: readonly Token[]): readonly Token[] {
  const dropped = new Set<Token>();
  tokens.forEach((token, i) => {
    if (token.kind !== "mark" || token.text !== "[") return;
    const length = tokens.slice(i + 1, i + 2 + maxReference).findIndex(({ text }) => text === "]");
    const inside = tokens.slice(i + 1, i + 1 + length);
    const close = tokens[i + 1 + length];
    const isReference =
      inside.some(({ kind }) => kind === "code") || inside.some(({ text }) => /^[a-z]{3}/i.test(text));
    const holds = inside.every(
      ({ kind, text }) => kind === "code" || (kind === "word" && !/^[A-Z\d]+$/.test(text)),
    );
    if (length > 0 && isReference && holds && close !== undefined && i > 0) dropped.add(token).add(close);
  });
  return dropped.size === 0 ? tokens : tokens.filter((token) => !dropped.has(token));
}

/** `` `[Testable]` `` and `[MODIFIED, MOVED FROM 3.3.4]` before a statement are about it. */
function withoutTags(tokens: readonly Token[]): readonly Token[] {
  const [first] = tokens;
  if (first?.kind === "code" && /^\[[A-Za-z][\w ,.-]{0,60}\]$/.test(first.text))
    return withoutTags(tokens.slice(1));
  if (first?.text !== "[") return tokens;
  const close = tokens.slice(0, 12).findIndex((token) => token.text === "]");
  const isTag =
    close > 1 && tokens.slice(1, close).every(({ text }) => /^(?:[A-Z]{3,}|[\d.]+|,)$/.test(text));
  return isTag && tokens[1]?.kind === "word" ? withoutTags(tokens.slice(close + 1)) : tokens;
}

const keyword =
  /^(?:MUST|SHALL|SHOULD|MAY|CAN|CANNOT|NOT|REQUIRED|RECOMMENDED|OPTIONAL|WHEN|THEN|IF|WHILE|WHERE|GIVEN|AND|THE|SYSTEM)$/;
const fewestWords = 4;

/** Capitals of a heading, of a sentence's first word and of keywords are typography; of everything else they are meaning. */
function lowered(tokens: readonly Token[]): Piece[] {
  const found: Piece[] = [];
  let isFirst = true;
  let inCell = false;
  tokens.forEach((token, i) => {
    const { kind, text } = token;
    if (kind === "edge") inCell = text === "cell" || (inCell && text === "¶");
    const isShort = isFirst && tokens.slice(i, i + fewestWords).some((one) => one.kind === "edge");
    const capitalised = /^\p{Lu}[\p{Ll}'-]*$/u.test(text);
    const isTypography =
      keyword.test(text) || (capitalised && (token.inHeading || (isFirst && !inCell && !isShort)));
    found.push({ kind, text: kind === "word" && isTypography ? text.toLowerCase() : text });
    isFirst = kind === "edge";
  });
  return found;
}

const numbers = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, i): [string, string] => [word, String(i)]),
);
/** The same word in the grammar of its sentence, or written out. */
const forms = new Map(
  "an>a are>is were>was have>has does>do can't>can not cannot>can not don't>do not doesn't>do not won't>will not isn't>is not aren't>is not wasn't>was not weren't>was not mustn't>must not shouldn't>should not e.g>for example i.e>that is for-instance>for example it's>it is"
    .split(/ (?=[^ ]+>)/)
    .map((pair): [string, string[]] => [pair.split(">")[0] ?? "", (pair.split(">")[1] ?? "").split(" ")]),
);

/** One form for each word, and for what typography doubles or sets beside it. */
function settled(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  pieces.forEach((piece, i) => {
    if (piece.kind !== "word") {
      // `e.g.,` and `for example,`
      if (piece.text !== "," || !endsIn(found, "for example")) found.push(piece);
      return;
    }
    if (piece.text === "the" && pieces[i + 2]?.text === "of" && isPlainWord(pieces[i + 1])) return;
    for (const text of formsOf(piece.text, found)) {
      const last = found.at(-1);
      const doubled = last?.text.toLowerCase() === text.toLowerCase() && /^\p{L}\p{Ll}*$/u.test(text);
      if (!doubled) found.push({ kind: "word", text });
    }
  });
  return found;
}

function endsIn(pieces: readonly Piece[], words: string): boolean {
  return [pieces.at(-2)?.text, pieces.at(-1)?.text].join(" ") === words;
}

function formsOf(word: string, before: readonly Piece[]): readonly string[] {
  if (word === "instance" && before.at(-1)?.text === "for") return ["example"];
  if (isModal(before) && thirdPerson.test(word)) return [oneSpelling(word.slice(0, -1))];
  return forms.get(word) ?? [numbers.get(word) ?? oneSpelling(word)];
}

/** `shall lights`: a slip, as no other form than `shall light` can stand there. */
const thirdPerson = /^\p{Ll}{2,}[^aiosu\P{Ll}]s$/u;

function isModal(before: readonly Piece[]): boolean {
  return /^(?:must|shall|should|may|can|will|would|could)$/.test(before.at(-1)?.text ?? "");
}

function isPlainWord(piece: Piece | undefined): boolean {
  return (
    piece?.kind === "word" &&
    /^\p{Ll}+$/u.test(piece.text) &&
    !/^(?:all|any|each|both|none|one|most|rest)$/.test(piece.text)
  );
}

const maxExpansion = 8;

/** `time to live (TTL)` as `TTL`: the letters in parentheses are the initials of the words before them. */
function abbreviated(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [open, short, close] = pieces.slice(i, i + 3);
    const isShort = open?.text === "(" && close?.text === ")" && /^[A-Z]{2,8}$/.test(short?.text ?? "");
    const words = isShort ? expansionOf(short?.text ?? "", found) : 0;
    if (short === undefined || words === 0) {
      if (open !== undefined) found.push(open);
      continue;
    }
    found.splice(found.length - words, words, short);
    i += 2;
  }
  return found;
}

/** How many of the last pieces spell an abbreviation by their initials, or 0. */
function expansionOf(short: string, before: readonly Piece[]): number {
  for (let count = 1; count <= Math.min(maxExpansion, before.length); count++) {
    const words = before.slice(before.length - count);
    if (words.some(({ kind }) => kind !== "word")) return 0;
    const initials = words.flatMap(({ text }) => text.split("-")).map((word) => word.charAt(0).toUpperCase());
    if (initials.join("") === short) return count;
  }
  return 0;
}
