import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

const counting = "function cover() {";

/** A loader of Node.js modules (https://nodejs.org/api/module.html#customization-hooks) that takes the types off `.ts` files. */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const filename = fileURLToPath(url);
  // Stryker's code counts what it passes even after the first run, when nobody looks at the counts.
  const text = (await readFile(filename, "utf8")).replace(
    counting,
    (head) => `${head} if (ns.counted) return;`,
  );
  const { code } = await transform(text, {
    filename,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "es6" },
    sourceMaps: "inline",
    swcrc: false,
  });
  return { format: "module", source: code, shortCircuit: true };
}
