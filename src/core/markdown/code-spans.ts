interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** A line as its code spans, without their marks, and what stands between; a run of marks that nothing closes is text. */
export function codeSpans(line: string): readonly Piece[] {
  const parts = line.split(/(`+)/);
  const last = new Map(parts.map((part, at) => [part, at]));
  const pieces: Piece[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] ?? "";
    const close = at % 2 === 1 && (last.get(part) ?? 0) > at ? parts.indexOf(part, at + 1) : -1;
    const inside =
      close < 0
        ? ""
        : parts
            .slice(at + 1, close)
            .join("")
            .trim();
    if (inside === "") pieces.push({ text: part, isCode: false });
    else pieces.push({ text: inside, isCode: true });
    at = inside === "" ? at + 1 : close + 1;
  }
  return pieces;
}
