import { stripVTControlCharacters } from "node:util";

/** Words of a model or a repository as a terminal may show them. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{C}\s]+/gu, " ");
}
