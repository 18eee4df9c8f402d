const repeat = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
function deepList(size) {
  const lines = [];
  for (let length = 0, i = 0; length < size; i += 1) {
    const line = `${" ".repeat(2 * (i % 400))}- x`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n").slice(0, size);
}

/** Texts made to be slow, of a given number of characters. The test of the engine and the benchmark read the same. */
export const hostileTexts = {
  bullets: repeat("- "),
  quotes: repeat("> "),
  brackets: repeat("["),
  "half links": repeat("[a]("),
  backticks: repeat("`"),
  markers: repeat("`(AB1)` "),
  "one ID": repeat("- `(AB1)` must\n"),
  "bold IDs": repeat("- **FR-001**: a must\n"),
  "one number": repeat("#### Requirement 1.1\n\n> must\n\n"),
  pipes: repeat("| - "),
  tables: repeat("|a|b|\n|---|---|\n"),
  tags: repeat("<div>"),
  "comment openings": repeat("<!--"),
  emphasis: repeat("*a **b "),
  definitions: repeat("[a]: b\n"),
  "deep lists": deepList,
  "one long word": repeat("x"),
  spaces: repeat(" "),
  headings: repeat("# a\n"),
  fences: repeat("```\n"),
  setext: repeat("a\n="),
  numbers: repeat("1.1."),
  sentences: repeat("It must be. "),
  backslashes: repeat("\\"),
  braces: repeat("{#"),
};
export const kilobytes = [1, 4, 16, 64, 256, 1024];

/** Every line differs, and every entry with it. */
export function rewritten(text) {
  return `${text.replaceAll("a", "e").replaceAll("must", "shall")}\nThe end MUST come.`;
}
