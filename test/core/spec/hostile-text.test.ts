import { compareSpecs } from "../../../src/core/spec/compare-specs.ts";

const repeat = (piece: string) => (size: number) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
function deepList(size: number): string {
  const lines: string[] = [];
  for (let length = 0, i = 0; length < size; i += 1) {
    const line = `${" ".repeat(2 * (i % 400))}- x`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n").slice(0, size);
}

const generators: Record<string, (size: number) => string> = {
  bullets: repeat("- "),
  quotes: repeat("> "),
  brackets: repeat("["),
  "half links": repeat("[a]("),
  backticks: repeat("`"),
  markers: repeat("`(AB1)` "),
  "one ID": repeat("- `(AB1)` must\n"),
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
const sizes = [1, 4, 16, 64, 256, 1024];

test.each(Object.keys(generators))("%s: every size ends in time", (name) => {
  for (const kilobytes of sizes) {
    const text = generators[name]?.(kilobytes * 1024) ?? "";
    const start = performance.now();
    compareSpecs([{ path: "a.md", text }], [{ path: "a.md", text: `${text}\nx` }]);
    expect(performance.now() - start).toBeLessThan(2 * 2_500);
  }
});
