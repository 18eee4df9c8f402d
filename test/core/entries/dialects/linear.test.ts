import { dialects } from "../../../../src/core/entries/dialects/index.ts";

/** Text that is hostile to one way of reading: markers without end, nesting, everything on one line. */
const generators: Record<string, (size: number) => string> = {
  requirements: (size) => fill("### Requirement: x\n#### Scenario: y\n", size),
  renamings: (size) => fill("## RENAMED Requirements\n- FROM: `a`\n- TO: `b`\n", size),
  bold: (size) => fill("**FR-001**: a\n", size),
  "open bold": (size) => `- ${fill("**FR-", size)}`,
  labels: (size) => fill("r[a.b.c]\n", size),
  "dotted label": (size) => `r[${fill("a.", Math.min(size, 190))}b]\n${fill("r[a.a.a.a.a.a.b]\n", size)}`,
  rows: (size) => `| a | b |\n|---|---|\n${fill("| **1.1.1** | [MOVED TO 1.1.2] x |\n", size)}`,
  "wide row": (size) => `| a |\n|---|\n| **1.1.1** ${fill("| 1.1", size)}`,
  anchors: (size) => fill('<tr id="a"><td><a name="b">\n', size),
  "open tags": (size) => `# ${fill("<a name=", size)}`,
  properties: (size) => fill("* **`a`** (string)\n", size),
  "nested properties": (size) => nested("* **`a`** (string)", size),
  criteria: (size) =>
    `### Requirement 1\n#### Acceptance Criteria\n${fill("1. WHEN a THE b SHALL c\n", size)}`,
  "equal headings": (size) => fill("# a\n", size),
  sentences: (size) => fill("A MUST b. ", size),
  dots: (size) => `A MUST b ${fill(". ", size)}`,
  ticks: (size) => `A MUST ${fill("`.", size)}`,
  "rule items": (size) => nested("- MUST a", size),
  examples: (size) => fill(`${"`".repeat(32)} example\na\n.\nb\n${"`".repeat(32)}\n`, size),
  code: (size) =>
    `## \`a\`\n\`\`\`python\n${fill("def a():\n", size)}\`\`\`\n## \`b\`\n\`\`\`python\ndef b():\n\`\`\`\n`,
  features: (size) => fill("# Feature: a\n## Scenario: b\n* Given c\n", size),
  numbers: (size) => fill("## 1.1 a shall\n", size),
};

function fill(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

function nested(unit: string, size: number): string {
  const lines: string[] = [];
  for (let length = 0, depth = 0; length < size; depth = (depth + 1) % 60) {
    const line = `${"  ".repeat(depth)}${unit}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}

describe.each(Object.entries(generators))("%s", (_, generate) => {
  it.each(dialects)("are read by $name in linear time", (dialect) => {
    const time = (size: number): number => {
      const source = { path: "spec.md", text: generate(size) };
      const start = performance.now();
      dialect.recognises(source);
      dialect.entries(source);
      return performance.now() - start;
    };
    time(1000);
    expect(time(128_000)).toBeLessThan(2500);
  });
});

it("keeps entries inside the file and finds the same twice", () => {
  for (const generate of Object.values(generators)) {
    const text = generate(4000);
    for (const dialect of dialects) {
      const { entries } = dialect.entries({ path: "spec.md", text });
      const last = text.split("\n").length;
      for (const { line, endLine } of entries)
        expect(line >= 1 && line <= endLine && endLine <= last).toBe(true);
      expect(dialect.entries({ path: "spec.md", text }).entries).toEqual(entries);
    }
  }
});
