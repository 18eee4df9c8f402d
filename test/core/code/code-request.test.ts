import { codeRequest } from "../../../src/core/code/code-request.ts";

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
