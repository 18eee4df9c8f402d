/** Markdown that is about a repository rather than a specification, by its conventional names. */
const aboutTheRepository =
  /(?:^|\/)(?:readme|changelog|changes|history|contributing|code_of_conduct|security|license|licence|notice|authors|maintainers|governance|agents|claude|release|releases|releasing|upgrading|migrating|pull_request_template|issue_template)(?:[._-][a-z0-9._-]{0,40})?\.(?:md|mdx|markdown)$/i;
const outOfSight = /(?:^|\/)(?:node_modules|vendor|third_party|\.git|\.github|dist|build)\//i;
const markdown = /\.(?:md|mdx|markdown)$/i;
const dataFile = /\.(?:feature|json|ya?ml|csv|tsv|toml|txt|md)$/i;
const dataFolder =
  /^(?:tests?|uts|test[-_]?(?:data|cases|vectors|suite)|vectors?|fixtures?|conformance|compliance|examples?|gherkin|features)$/;

/** May the file hold entries? Detection by content follows; this only saves reading what never does. */
export function maySpecify(path: string): boolean {
  return markdown.test(path) && !outOfSight.test(path) && !aboutTheRepository.test(path);
}

/** May the file hold test data of entries: vectors, fixtures, feature files, test specifications? */
export function mayHoldTestData(path: string): boolean {
  if (outOfSight.test(path) || !dataFile.test(path)) return false;
  return /\.feature$/i.test(path) || path.split("/").slice(0, -1).some(holdsData);
}

/** `cesql_tck` and its like hold a technology compatibility kit. */
function holdsData(folder: string): boolean {
  const name = folder.toLowerCase();
  return dataFolder.test(name) || /^[a-z0-9_-]*tck$/.test(name);
}
