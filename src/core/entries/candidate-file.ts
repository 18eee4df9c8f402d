const outOfSight = /(?:^|\/)(?:node_modules|vendor|third_party|\.git|\.github|dist|build)\//i;
const markdown = /\.(?:md|mdx|markdown)$/i;
const dataFile = /\.(?:feature|json|ya?ml|csv|tsv|toml|txt|md)$/i;
const dataFolder =
  /^(?:tests?|uts|test[-_]?(?:data|cases|vectors|suite)|vectors?|fixtures?|conformance|compliance|examples?|gherkin|features)$/;

/** May the file hold entries? Its name says nothing about that; only folders of others' and made files are left out. */
export function maySpecify(path: string): boolean {
  return markdown.test(path) && !outOfSight.test(path);
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
