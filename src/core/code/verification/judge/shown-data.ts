import { isDataFile } from "../../../data-file.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import { cutAtLine } from "./excerpt.ts";
import { fileName } from "../../../file-name.ts";

/** Files of data that one entry shows, and characters of each. */
const most = { files: 3, length: 4_000 };

/** The data files that an entry's text, or strings of code or tests, name: rows that a test goes through are a part of it. */
export function shownData(
  text: string,
  strings: readonly string[],
  files: readonly SourceFile[],
): readonly { readonly file: string; readonly line: number; readonly text: string }[] {
  const isOpened = (path: string): boolean => {
    const name = fileName(path);
    return text.includes(name) || strings.some((held) => held.includes(name));
  };
  return files
    .filter(({ path }) => isDataFile(path) && isOpened(path))
    .slice(0, most.files)
    .map(({ path, text: held }) => ({
      file: path,
      line: 1,
      text: cutAtLine(withoutRemarks(held), most.length),
    }));
}

/** Lines that are comments of the file, emptied: nothing in one can speak to a judge. */
function withoutRemarks(text: string): string {
  return text.replace(/^[ \t]*(?:#|\/\/)[^\n]*$/gm, "");
}
