import fc from "fast-check";
import { detectDialect } from "../../../../src/core/entries/dialects/detect-dialect.ts";
import { standingOf } from "../../../../src/core/entries/standing.ts";
import { dialects } from "../../../../src/core/entries/dialects/index.ts";

const samples: Record<string, [path: string, text: string]> = {
  "code-id-list": [
    "spec.md",
    "- `(RS1)` The client MUST connect.\n- `(RS2)` It MUST close.\n  - `(RS2a)` Once.\n",
  ],
  "heading-requirement": [
    "a.md",
    "#### Requirement 1.1\n\n> It **MUST** be.\n\n#### Condition 1.2\n\n> If so.\n",
  ],
  "titled-requirement": [
    "specs/a/spec.md",
    "### Requirement: One\nIt SHALL be.\n#### Scenario: S\n- **WHEN** a\n",
  ],
  "acceptance-criteria": [
    ".kiro/specs/a/requirements.md",
    "### Requirement 1: One\n#### Acceptance Criteria\n1. WHEN a, THE b SHALL c\n",
  ],
  "requirement-id": ["specs/001-a/spec.md", "- **FR-001**: System MUST a\n- **FR-002**: System MUST b\n"],
  openfasttrace: ["a.md", "### A title\n`req~a.b~1`\n\nIt should be so.\n\nNeeds: dsn\n"],
  doorstop: [
    "reqs/REQ004.md",
    "---\nactive: true\nlevel: 1.2\nnormative: true\n---\n\n# A\n\nIt shall be so.\n",
  ],
  "myst-needs": ["a.md", ":::{req} A title\n:id: R_A1\n\nIt shall be so.\n:::\n"],
  strictdoc: ["a.md", "### A title\n\n**UID**: K-1\n\n**Statement**: It shall be so.\n"],
  "rule-label": ["src/a.md", "r[a.b]\nIt must be.\n\nr[a.c]\nIt must not.\n"],
  "example-block": ["spec.txt", `${"`".repeat(32)} example\na\n.\nb\n${"`".repeat(32)}\n`.repeat(3)],
  "gherkin-headings": ["a.feature.md", "# Feature: A\n## Scenario: B\n* Given c\n"],
  "property-bullet": [
    "config.md",
    "* **`a`** (string, REQUIRED) x\n* **`b`** (int, OPTIONAL) y\n* **`c`** (bool, REQUIRED) z\n",
  ],
  "code-definition": [
    "specs/a/b.md",
    "## `a`\n```python\ndef a():\n    pass\n```\n## `b`\n```python\ndef b():\n    pass\n```\n",
  ],
  "table-row": ["v1.md", "| # | D |\n|---|---|\n| **1.1.1** | Verify a |\n| **1.1.2** | Verify b |\n"],
  "html-anchor": ["a.md", '<tr id="a"><td>A<td>\n\nMUST a.\n\n<tr id="b"><td>B<td>\n\nMUST b.\n'],
  "numbered-heading": [
    "a.md",
    "# 1 A\n## 1.1 B\nIt shall.\n## 1.2 C\nIt shall.\nIt shall.\n## 1.3 D\nIt shall.\nIt may.\n",
  ],
  prose: ["docs/wire.md", "# Wire\n\nA MUST b.\n\nC MUST d.\n\nE SHOULD f.\n"],
};

it.each(dialects)(
  "$name is found in its example",
  ({ name, example, exampleFile: path = "docs/spec.md" }) => {
    const found = detectDialect([{ path, text: `${example}\n` }], dialects, standingOf(path));
    expect(found.dialect?.name).toBe(name);
  },
);

it.each(Object.entries(samples))("%s is found in its sample and claims no other", (name, [path, text]) => {
  expect(detectDialect([{ path, text }], dialects).dialect?.name).toBe(name);
  const kinds = dialects.find((dialect) => dialect.name === name)?.entries({ path, text }).entries ?? [];
  expect(kinds.length).toBeGreaterThan(0);
});

it.each([
  ["README.md", "# Tool\n\nYou MUST install it. It SHOULD work. It MAY fail.\n\n- **Fast**: yes\n"],
  [
    "CHANGELOG.md",
    "## 1.2.0\n- **ABC-1**: fixed\n- **ABC-2**: fixed\n- **ABC-3**: fixed\n## 1.1.0\n## 1.0.1\n## 1.0.0\n",
  ],
  [
    "docs/install.md",
    "# Install\n## 1. Download\n## 2. Run\nYou must have root.\n| Key | Value |\n|---|---|\n| `PORT` | 1 |\n",
  ],
])("%s is read by none", (path, text) => {
  expect(detectDialect([{ path, text }], dialects, standingOf(path)).dialect).toBeNull();
});

it("reads both sides alike, by the surer one", () => {
  const [path, text] = samples["rule-label"] ?? ["", ""];
  expect(
    detectDialect(
      [
        { path, text: "It is so.\n" },
        { path, text },
      ],
      dialects,
    ).dialect?.name,
  ).toBe("rule-label");
});

it("never throws, keeps entries inside the file and children after their parents, on any mixture of lines", () => {
  const texts = [
    ...dialects.map(({ example }) => example),
    ...Object.values(samples).map(([, text]) => text),
  ];
  const line = fc.oneof(
    fc.constantFrom(...texts.flatMap((text) => text.split("\n"))),
    fc.string({ maxLength: 40 }),
    fc.constantFrom("", "```", "  - x", "> y", "---", "<div>", "</div>", "<!--", "-->"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const source = { path: "spec.md", text: lines.join("\n") };
      for (const dialect of dialects) {
        const { entries, findings } = dialect.entries(source);
        const seen = new Set<string>();
        for (const { id, line: first, endLine, parent, lines: own } of entries) {
          const inside = first >= 1 && first <= endLine && endLine <= source.text.split(/\r\n|\n|\r/).length;
          if (!inside) throw new Error(`${dialect.name}: ${id} stands in ${first}-${endLine}`);
          if (own.some((one) => one.line < first || one.line > endLine))
            throw new Error(`${dialect.name}: ${id} owns a line outside`);
          const reported = findings.some((finding) => finding.id === id);
          if (seen.has(id) && !reported) throw new Error(`${dialect.name}: ${id} stands twice unreported`);
          seen.add(id);
          if (parent !== null && !seen.has(parent))
            throw new Error(`${dialect.name}: ${id} before its parent`);
        }
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

it("requirements without a title are still requirements with criteria where they have some", () => {
  const text = [
    "### Requirement 1",
    "#### Acceptance Criteria",
    "1. WHEN a call fails, THE Queue SHALL retry it",
    "### Requirement 2",
    "#### Acceptance Criteria",
    "1. WHILE paused, THE Queue SHALL keep calls",
    "",
  ].join("\n");
  for (const path of ["specs/queue/requirements.md", ".kiro/specs/queue/requirements.md"]) {
    expect(detectDialect([{ path, text }], dialects).dialect?.name).toBe("acceptance-criteria");
  }
});
