import { codeRequest } from "../../../src/core/code/code-request.ts";
import { markdownForModel } from "../../../src/core/model-text.ts";

const base: Parameters<typeof codeRequest>[0] = {
  target: {
    name: "js",
    language: "typescript",
    sourceFolders: ["src"],
    testFolders: ["test"],
    vectorFolder: null,
    tag: { pattern: "// ID" },
  },
  entries: [],
  neighbours: [],
  design: null,
  context: [],
  conventions: [],
  vectors: [],
  note: null,
};

test("of the conventions the chapters about pull requests and releases are left out, with all below them", () => {
  const text =
    "# Contributing\nhello\n## Tests\nuse jest\n## Pull Requests\nfork it\n### Review\nbe kind\n## Style\nshort\n## Releasing\ntag it\n";
  const { model } = codeRequest({ ...base, conventions: [{ path: "CONTRIBUTING.md", text }] });
  const shown = model.documents[0]?.text ?? "";
  expect(shown).toContain("use jest");
  expect(shown).toContain("short");
  for (const left of ["fork it", "be kind", "tag it"]) expect(shown).not.toContain(left);
});

test("a neighbour for which there is no room is named, to the model and to whoever reads the pull request", () => {
  const neighbours = ["PK1", "PK2", "PK3"].map((id, at) => ({
    id,
    text: "x".repeat(at === 1 ? 20_000 : 7_000),
  }));
  const { model, notShown } = codeRequest({ ...base, neighbours });
  expect(notShown).toEqual(["PK2"]);
  expect(model.documents.map(({ title }) => title)).toEqual(["neighbour: PK1", "neighbour: PK3"]);
  expect(JSON.stringify(model.messages)).toContain('neighboursNotShown\\":[\\"PK2\\"]');
  expect(JSON.stringify(codeRequest(base).model.messages)).not.toContain("neighboursNotShown");
});

test("of long conventions the chapters about how code is written come first; tests' word for an entry is the tag's", () => {
  const text = `# Guide\n## History\n${"x\n".repeat(4_000)}## Test conventions\nuse fakes\n`;
  const target = { ...base.target, tag: { pattern: "// ID", assumed: true as const } };
  const habit = { form: null, word: "Requirement", source: [], tests: [] };
  const made = codeRequest({ ...base, target, habit, conventions: [{ path: "CLAUDE.md", text }] });
  expect(made.model.documents[0]?.text).toContain("use fakes");
  expect(made.target.tag.pattern).toBe("// Requirement ID");
});

test.each([
  "![One is kept. The system must HIDDEN now. It ends.](a.png)",
  "$x\\phantom{\\text{A value is kept. The system must HIDDEN now. It ends.}}$",
  "<template>\n\nThe system must HIDDEN now.\n\nIt must end.\n</template>",
])("no demand is made of what a page does not show: %s", (hidden) => {
  const text = `The client must send at most 20 messages.\n\n${hidden}`;
  const entry = { ...{ id: "LM1", file: "spec.md", line: 1 }, text, previousText: null };
  const entries = [entry] as unknown as (typeof base)["entries"];
  const sent = JSON.stringify(codeRequest({ ...base, entries }).model);
  expect(sent).not.toContain("HIDDEN");
  expect(sent).toContain('demands\\":[\\"The client must send at most 20 messages.');
});

test("an entry is rendered once, however many demands it makes", () => {
  const demand = (at: number): string => `- The client must send at most \`${String(at)}\` **messages**.\n`;
  const textFrom = (first: number): string =>
    Array.from({ length: 150 }, (_, at) => demand(first + at)).join("");
  const text = textFrom(100);
  const entry = { ...{ id: "LM1", file: "spec.md", line: 1 }, text, previousText: null };
  const entries = [entry] as unknown as (typeof base)["entries"];
  const time = (work: () => unknown): number => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  // Each a text that was not read before: what was read is kept.
  markdownForModel(textFrom(300));
  const once = 5_000 + time(() => markdownForModel(textFrom(500)));
  expect(time(() => codeRequest({ ...base, entries })) / once).toBeLessThan(6);
});
