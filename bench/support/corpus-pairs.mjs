import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const corpus = resolve(import.meta.dirname, "../../../shared/corpus/ably-specification");
export const path = "specifications/features.md";

/** A large specification before and after each of its changes, the longest first; none where the corpus is not there. */
export function corpusPairs() {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus)
    .map(readPair)
    .filter((pair) => pair !== null)
    .sort((a, b) => b.head.length - a.head.length);
}

function readPair(name) {
  const side = (which) => join(corpus, name, which, path);
  if (!existsSync(side("base")) || !existsSync(side("head"))) return null;
  return { base: readFileSync(side("base"), "utf8"), head: readFileSync(side("head"), "utf8") };
}
