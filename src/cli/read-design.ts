import { readFileSync } from "node:fs";
import type { SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";

/** Largest design document that is read, in characters. */
const longest = 500_000;

/** The design document that `--design` names. Throws UserError. */
export function readDesign(path: string): SourceFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new UserError(`The design "${path}" cannot be read: ${String(cause)}`, { cause });
  }
  if (text.length > longest)
    throw new UserError(
      `The design "${path}" is longer than ${String(longest)} characters. Name the document itself.`,
    );
  return { path, text };
}
