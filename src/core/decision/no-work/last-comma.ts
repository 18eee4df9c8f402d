import type { Piece } from "./canonical-demand.ts";

const joining = new Set(
  "and or nor but if unless when while where which that except then so both either".split(" "),
);

/**
 * Without the comma before the last member of a list (`street, postcode, town, and country`), where its other members are of one
 * or two words and nothing else in the sentence joins: there the comma may say what belongs together.
 */
export function withoutLastCommas(pieces: readonly Piece[]): readonly Piece[] {
  const dropped = new Set<Piece>();
  let from = 0;
  pieces.forEach((piece, i) => {
    if (!endsSentence(piece) && i < pieces.length - 1) return;
    const comma = lastComma(pieces.slice(from, i + 1));
    if (comma !== null) dropped.add(comma);
    from = i + 1;
  });
  return dropped.size === 0 ? pieces : pieces.filter((piece) => !dropped.has(piece));
}

function endsSentence({ kind, text }: Piece): boolean {
  return kind === "edge" || /^[.:;?!()]$/.test(text);
}

function lastComma(sentence: readonly Piece[]): Piece | null {
  const [join, other] = sentence.filter(({ kind, text }) => kind === "word" && joining.has(text));
  if (join === undefined || other !== undefined || !/^(?:and|or)$/.test(join.text)) return null;
  const at = sentence.indexOf(join);
  const comma = sentence[at - 1];
  const before = [sentence[at - 3], sentence[at - 4]];
  return comma?.text === "," && before.some((piece) => piece?.text === ",") ? comma : null;
}
