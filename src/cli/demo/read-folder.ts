import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFile } from "../../package-file.ts";

/** Where the demo's own files are. */
export const demoFolder = fileURLToPath(packageFile("demo"));

/** Every file under a folder of the demo, by its path with `/`. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const root = join(demoFolder, folder);
  const items = await readdir(root, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile() && !item.parentPath.includes("__pycache__"));
  const pairs = await Promise.all(
    files.map(async (item): Promise<[string, string]> => {
      const path = join(item.parentPath, item.name);
      return [relative(root, path).split(sep).join("/"), await readFile(path, "utf8")];
    }),
  );
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
