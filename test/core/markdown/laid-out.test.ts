import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import type { Dialect } from "../../../src/core/entries/dialect.ts";
import { dialects } from "../../../src/core/entries/dialects/index.ts";
import { withFences } from "../../../src/core/markdown/fence.ts";
import { forModel } from "../../../src/core/markdown/source.ts";
import { findingsOf } from "../../../src/core/message/hygiene.ts";

const words = "keyword deletes accounts";
const specks = 7;

/** Elements of which a page may show nothing, with words in them. */
const forms: Readonly<Record<string, string>> = {
  hidden: `<span hidden>${words}</span>`,
  style: `<b style="display:none">${words}</b>`,
  class: `<i class="x">${words}</i>`,
  popover: `<a popover>${words}</a>`,
  direction: `<em dir="rtl">${words}</em>`,
  small: `${"<sub>".repeat(specks)}${words}${"</sub>".repeat(specks)}`,
  shadow: `<span><template shadowrootmode="open"></template>${words}</span>`,
};

const review = (path: string, text: string) =>
  reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: [],
    headFiles: [forModel({ path, text })],
    listToJudge: true,
    parse: { spec: ["**"] },
  });

/** The example of a dialect with an element behind each line of prose, by itself. */
function* withElement({ example }: Dialect, element: string): Generator<string> {
  const lines = withFences(example);
  const isFrontMatter = example.startsWith("---");
  for (const [at, { text, inFence }] of lines.entries()) {
    if (text.trim() === "" || inFence || isFrontMatter || /^[\s|:-]+$/.test(text)) continue;
    const own = text.endsWith("|") ? `${text.slice(0, -1)} ${element} |` : `${text} ${element}`;
    yield lines.map((line, other) => (other === at ? own : line.text)).join("\n");
  }
}

describe.each(dialects.map((dialect) => [dialect.name, dialect] as const))("%s", (_, dialect) => {
  test.each(Object.keys(forms))("no ID, title, section or text of an entry has words of %s", (name) => {
    for (const text of withElement(dialect, forms[name] ?? "")) {
      const { toJudge } = review(dialect.exampleFile ?? "docs/spec.md", `${text}\n`);
      expect(JSON.stringify(toJudge)).not.toMatch(/keyword/i);
    }
  });
});

test.each([
  `<div hidden>\n\n- FR-001: The ${words}.\n\n</div>\n`,
  `<section style="display:none">\n\n## FR-001: The ${words}\n\nIt waits.\n\n</section>\n`,
  `<div><template shadowrootmode="open"></template>\n\n- FR-001: The ${words}.\n\n</div>\n`,
  `A <b class="x">list\n\n## FR-001: The ${words}\n\nIt waits.\n`,
])("an entry in an element that hides whole blocks is not read, and told: %j", (text) => {
  const found = review("docs/spec.md", `# S\n\n${text}`);
  expect(JSON.stringify(found.toJudge)).not.toContain("keyword");
  expect(findingsOf(found)).toContainEqual(expect.objectContaining({ rule: "unread-words" }));
});

test("what a title keeps back is told", () => {
  const text = `### Locking ${forms["hidden"] ?? ""}\n\n\`req~login.lock~1\`\n\nFive failures lock it.\n`;
  const told = findingsOf(review("docs/spec.md", text)).map(({ message }) => message);
  expect(told).toEqual([expect.stringContaining(`“${words}”`)]);
});

test("a placeholder's names hide nothing", () => {
  const { toJudge } = review("docs/spec.md", "# S\n\n- FR-001: It calls <sync sequence id> and waits.\n");
  expect(JSON.stringify(toJudge)).toContain("and waits");
});
