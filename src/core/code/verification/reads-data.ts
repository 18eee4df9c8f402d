import { isString, stringValue } from "../syntax/node-kinds.ts";
import { nodesIn } from "../syntax/syntax-node.ts";
import { liveStrings, nameOf } from "./opened-data.ts";
import { type Values } from "../syntax/values.ts";
import type { ReadTest, Tests } from "./test-reading.ts";

/** Whether a test, or what it and its file use, opens the file: by its name, or by its stem where its folder is named. */
export function readsData(
  { test, values }: ReadTest,
  path: string,
  { tests: { roots, cases }, source }: { readonly tests: Tests; readonly source: readonly Values[] },
): boolean {
  const name = nameOf(path);
  const stem = name.replace(/\.[^.]+$/, "");
  const folder = path.split("/").at(-2) ?? "";
  const titles = cases.map(({ title }) => title);
  const own = liveStrings(roots.get(test.file))
    .map(stringValue)
    .filter((text) => !titles.includes(text));
  const used = [...values.strings.map(([text]) => text), ...own];
  if (used.some((text) => text.includes(name))) return true;
  // What opens the files of a folder may stand in a file that is no test by its name.
  const everywhere = [
    ...[...roots.values()].flatMap((root) => stringsIn(root)),
    ...source.flatMap(({ strings }) => strings.map(([text]) => text)),
  ];
  const namesFolder = folder !== "" && everywhere.some((text) => text.split(/[/\\]/).includes(folder));
  return (
    namesFolder &&
    (used.some((text) => text === stem || text.endsWith(`/${stem}`)) ||
      used.some((text) => /\*\.\w+$/.test(text)))
  );
}

function stringsIn(root: Parameters<typeof nodesIn>[0] | undefined): string[] {
  return root === undefined ? [] : [...nodesIn(root)].filter(isString).map(stringValue);
}
