import type { Entry } from "./entry.ts";

/** What an entry is called inside its file: the ID without the path or folder that makes it unique. */
export function localId({ id }: Entry): string {
  return id.slice(id.indexOf("#") + 1);
}
