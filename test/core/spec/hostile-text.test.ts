import { compareSpecs } from "../../../src/core/spec/compare-specs.ts";
import { parseSpec } from "../../../src/core/spec/parse-spec.ts";

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
const sizes = [1, 4, 16, 64, 256, 1024];

/** Milliseconds of processor time: another process on the machine makes no text slower. */
function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each(Object.keys(generators))("%s: every size ends in time", (name) => {
  for (const kilobytes of sizes) {
    const text = generators[name]?.(kilobytes * 1024) ?? "";
    const base = [{ path: "a.md", text }];
    expect(cost(() => parseSpec(base))).toBeLessThan(2_500);
    expect(cost(() => compareSpecs(base, [{ path: "a.md", text: rewritten(text) }]))).toBeLessThan(2_500);
  }
});

/** Every line differs, and every entry with it. */
function rewritten(text: string): string {
  return `${text.replaceAll("a", "e").replaceAll("must", "shall")}\nThe end MUST come.`;
}

test("many entries that name one removed entry are found in linear time", () => {
  const named = Array.from({ length: 20_000 }, (_, i) => `- \`(AB${String(i + 1)})\` must be as \`AB0\``);
  const head = { path: "a.md", text: named.join("\n") };
  const base = { path: "a.md", text: `- \`(AB0)\` The client must wait.\n${head.text}` };
  expect(cost(() => compareSpecs([base], [head]))).toBeLessThan(2_500);
});
