import { dataEndings } from "../writable-kind.ts";
import type { UseKind } from "./language-uses.ts";

/**
 * What runs a file by whatever ending it has, called for one that is written as data: `require("./limits.txt")`. `calls` are
 * the words of a language for that, `between` what may stand between them and the name, `reads` the endings that it reads as data.
 */
export function loadedData(
  calls: string,
  { between = "[^;\\n]", reads = [] }: { readonly between?: string; readonly reads?: readonly string[] } = {},
): readonly [UseKind, RegExp] {
  const endings = [...dataEndings].filter((ending) => !reads.includes(ending)).join("|");
  return [
    "code made at run time",
    new RegExp(`(?:${calls})${between}{0,300}?\\.(?:${endings})(?:[?#][^"'\\n]{0,80})?["'\`>]`, "gi"),
  ];
}
