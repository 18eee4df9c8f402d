import { existsSync } from "node:fs";

/**
 * The URL of a file that ships with the package (`app.yml`, `demo/`), found from wherever this code runs: the sources, what
 * the compiler made of them, or the bundle. Throws when no folder above this file is a package.
 */
export function packageFile(path: string): URL {
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    if (existsSync(new URL("package.json", folder))) return new URL(path, folder);
    if (folder.pathname === "/" || new URL("..", folder).href === folder.href)
      throw new Error("twopath runs outside its package: no package.json above its own files.");
  }
}
