import type { Entry } from "./entry.ts";

/** Kinds whose ID is made of place and words, because the author gave none: a new one is no news by itself. */
export const madeUpKinds: ReadonlySet<string> = new Set(["statement", "group", "example"]);

/** What an entry is called inside its file: the ID without the path or folder that makes it unique. */
export function localId({ id }: Entry): string {
  return id.slice(id.indexOf("#") + 1);
}
