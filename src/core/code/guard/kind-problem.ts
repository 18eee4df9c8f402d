import { isDataKind, isSourceKind } from "./writable-kind.ts";
import type { TreeEntry, WritePolicy } from "./write-policy.ts";
import { fileName } from "../../file-name.ts";

/** The allow-list: why this is neither code in the target's language nor test data; null when it is. */
export function kindProblem(path: string, policy: WritePolicy, tree: readonly TreeEntry[]): string | null {
  const name = fileName(path);
  if (isSourceKind(name, policy.endings)) return null;
  const isData = isDataKind(name);
  const isTests = isWithin(path, policy.testFolders) && isTestData(path, policy.testFolders);
  if (isData && isTests && isDataPlace(path, tree)) return null;
  const why = isData
    ? `is data ${isTests ? "beside tests, where tools look for their settings" : "outside the test folders"}`
    : "is neither code of the target's language nor test data";
  return `${why}; \`files\` in the configuration can name it once it exists`;
}

/** Where tests and code share the root, data is what lies in a folder called after tests or data. */
function isTestData(path: string, testFolders: readonly string[]): boolean {
  return (
    isWithin(
      path,
      testFolders.filter((folder) => folder !== ""),
    ) || isTestPlace(path)
  );
}

/** Folders that hold what tests read; no tool looks for its settings there. */
const dataFolder =
  /^(?:[a-z0-9]{0,20}[-_]?data|test[-_]?cases|(?:__)?(?:fixtures?|snapshots?)(?:__)?|(?:[a-z]{1,20}[-_])?vectors|resources|assets|cases|samples?|examples?|goldens?|golden[-_]?files|expected|features|mocks?|stubs?|responses?|requests?|payloads?|files|inputs?|outputs?|schemas?|messages|conformance|corpus|cassettes|recordings)$/;

/** Whether data lies where tests keep it: in such a folder, or beside data of the same kind; a kind of its own anywhere. */
function isDataPlace(path: string, tree: readonly TreeEntry[]): boolean {
  const ending = path.slice(path.lastIndexOf("."));
  if (!/^\.(?:json|ya?ml|txt|xml)$/i.test(ending)) return true;
  const segments = path.toLowerCase().split("/").slice(0, -1);
  if (segments.some((segment) => dataFolder.test(segment))) return true;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return tree.some(
    ({ path: other, kind }) =>
      kind === "file" &&
      other.startsWith(folder) &&
      other.endsWith(ending) &&
      !other.slice(folder.length).includes("/"),
  );
}

function isTestPlace(path: string): boolean {
  return path
    .toLowerCase()
    .split("/")
    .slice(0, -1)
    .some((segment) =>
      /^(?:tests?|specs?|__tests__|testdata|fixtures?|__fixtures__|__snapshots__|spec-vectors)$|(?:^|[._-])tests?$/.test(
        segment,
      ),
    );
}

/** Whether a path lies in one of the folders; `""` holds every path. */
export function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));
}
