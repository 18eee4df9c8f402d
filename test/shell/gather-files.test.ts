import { documentOf } from "../../src/core/design/design-document.ts";
import { gatherFiles } from "../../src/shell/gather-files.ts";
import type { SpecSource } from "../../src/shell/ports.ts";
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
