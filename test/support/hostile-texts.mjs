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

/** Text that is hostile to one dialect: markers without end, nesting, everything on one line. */
export const hostileDialectTexts = {
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

function fill(unit, size) {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

function nested(unit, size) {
  const lines = [];
  for (let length = 0, depth = 0; length < size; depth = (depth + 1) % 60) {
    const line = `${"  ".repeat(depth)}${unit}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}
