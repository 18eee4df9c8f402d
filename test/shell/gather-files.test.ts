import { documentOf } from "../../src/core/design/design-document.ts";
import { gatherFiles } from "../../src/shell/gather-files.ts";
import type { SpecSource, TreeFile } from "../../src/shell/ports.ts";
import { designWorld } from "../support/design-draft.ts";

const spec = "# Design of uploads\n\n- `(UPL1)` A file is uploaded in parts.\n";
const files: Readonly<Record<string, string>> = {
  "design/uploads.md": spec,
  "design/parallel-parts.md": documentOf(designWorld().facts, null).content ?? "",
};
const source: SpecSource = {
  resolve: (revision) => Promise.resolve(revision),
  list: () =>
    Promise.resolve(
      Object.entries(files).map(([path, text]) => ({ path, blob: `blob of ${path}`, size: text.length })),
    ),
  read: (blobs) =>
    Promise.resolve(
      blobs.map((blob) => new TextEncoder().encode(files[blob.slice("blob of ".length)] ?? "")),
    ),
};

test("a design document is no spec, also where nothing is configured; a spec in a folder of that name is one", async () => {
  const { headFiles } = await gatherFiles(source, "base", "head");
  expect(headFiles).toEqual([{ path: "design/uploads.md", text: spec }]);
});

test("what is beyond the bounds is read on neither side, what the change touches first, and it is said", async () => {
  const asked: string[] = [];
  const at = (head: boolean): readonly TreeFile[] =>
    Array.from({ length: 30 }, (_, n) => ({
      path: `spec/${String(n).padStart(2, "0")}.md`,
      blob: n === 29 && head ? "changed" : `b${String(n)}`,
      size: 4_000_000,
    }));
  const large: SpecSource = {
    resolve: (revision) => Promise.resolve(revision),
    list: (commit) => Promise.resolve(at(commit === "head")),
    read: (blobs) => {
      asked.push(...blobs);
      return Promise.resolve(blobs.map((blob) => new TextEncoder().encode(`# ${blob}\n`)));
    },
  };
  const { baseFiles, headFiles, unread } = await gatherFiles(large, "base", "head");
  expect(asked).toHaveLength(25);
  expect(headFiles.map(({ path }) => path)).toContain("spec/29.md");
  expect(headFiles.map(({ path }) => path)).toEqual(baseFiles.map(({ path }) => path));
  expect(unread.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    "spec/23.md: This and 5 more files were not read: the spec's files are too many, or too large together.",
  ]);
});
