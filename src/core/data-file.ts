/** What files that hold data rather than code end in. */
const endings = "json|jsonl|ndjson|ya?ml|csv|tsv|xml|toml|txt|hex";

const dataFile = new RegExp(`\\.(?:${endings})$`, "i");

/** Whether a path ends as a file of data does. */
export function isDataFile(path: string): boolean {
  return dataFile.test(path);
}
