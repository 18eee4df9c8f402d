import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { packageFile } from "../../package-file.ts";

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const own: Readonly<Record<string, string>> = {
  "page.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
};

/** A file the pages load: our own, or Mermaid's from node_modules. Null when it is not there, as Mermaid may be. */
export async function readAsset(name: string): Promise<Asset | null> {
  const type = own[name];
  if (type !== undefined) {
    return { type, bytes: await readFile(packageFile(`demo/page/${name}`)) };
  }
  const path = name === "mermaid.js" ? mermaidPath() : null;
  return path === null ? null : { type: "text/javascript; charset=utf-8", bytes: await readFile(path) };
}

function mermaidPath(): string | null {
  try {
    return createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");
  } catch {
    return null;
  }
}
