import { structuredPatch } from "diff";
import { fileRole } from "../../file-role.ts";
import type { ParsedFile } from "../../syntax/syntax-node.ts";
import { cutAtLine, withoutComments } from "./excerpt.ts";

/** Characters of a change that a judge is shown. */
const maxShown = 12_000;

/**
 * What changed in the code, file by file, without comments: lines that went stand with those that came. Tests stand last, as most
 * of them are shown by themselves.
 */
export function shownChange(before: readonly ParsedFile[], after: readonly ParsedFile[]): string {
  const earlier = new Map(before.map((file) => [file.path, file]));
  const parts: string[] = [];
  let left = maxShown;
  const isTest = ({ path }: ParsedFile): number => Number(fileRole(path) === "test");
  for (const file of [...after].sort((a, b) => isTest(a) - isTest(b))) {
    const old = earlier.get(file.path);
    if (old?.text === file.text) continue;
    const hunks = hunksOf(old === undefined ? "" : plainText(old), plainText(file));
    if (hunks === "" || left < 200) continue;
    const part = cutAtLine(`${file.path}\n${hunks}`, left);
    left -= part.length;
    parts.push(part);
  }
  return parts.join("\n");
}

function hunksOf(before: string, after: string): string {
  const patch = structuredPatch("", "", before, after, "", "", { context: 2, timeout: 1_000 });
  return (patch?.hunks ?? [])
    .map(({ oldStart, newStart, lines }) =>
      [`@@ -${String(oldStart)} +${String(newStart)} @@`, ...lines.filter((line) => line.trim() !== "")].join(
        "\n",
      ),
    )
    .join("\n");
}

function plainText({ root, text }: ParsedFile): string {
  return root === null ? text : withoutComments(root);
}
