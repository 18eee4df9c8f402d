import { LRUCache } from "lru-cache";

/** Commands that only read objects. */
const reading = new Set(["archive", "cat-file", "diff", "log", "ls-tree", "merge-base", "rev-parse"]);

/** A whole object id, a range of two, each maybe with a kind or a path behind it. */
const named = /^\^?[0-9a-f]{40}(?:\.{2,3}[0-9a-f]{40})?(?:\^\{[a-z]+\}|:[\s\S]*)?$/;

/** Kinds of objects, which `cat-file` is told before the id. */
const kinds = new Set(["blob", "tree", "commit"]);

/** Answers by repository and arguments, up to 64 MB. */
const answers = new LRUCache<string, Buffer>({
  maxSize: 64_000_000,
  sizeCalculation: (answer, key) => answer.length + key.length,
});

/**
 * Asks git, or answers as it did before: what it says of objects named by their whole ids never changes, and to start it takes
 * longer than what it does. Failures are asked again, as an object may come.
 */
export async function withFixedAnswers(
  dir: string,
  args: readonly string[],
  ask: () => Promise<Buffer>,
): Promise<Buffer> {
  if (!isFixed(args)) return ask();
  const key = [dir, ...args].join("\0");
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = await ask();
  answers.set(key, answer);
  return answer;
}

function isFixed([command = "", ...rest]: readonly string[]): boolean {
  const words = rest.filter((word) => !word.startsWith("-") && !kinds.has(word));
  return reading.has(command) && words.length > 0 && words.every((word) => named.test(word));
}
