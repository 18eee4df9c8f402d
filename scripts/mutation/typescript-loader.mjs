import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

/** Loaders of Node.js modules: https://nodejs.org/api/module.html#customization-hooks */
const counting = "function cover() {";
const written = new Map();

/** What a module imports is of the same loading of the tests as itself (`?loading=2`): a new one gets new modules. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const { search } = new URL(context.parentURL ?? "file:///");
  return found.url.endsWith(".ts") && search !== "" ? { ...found, url: `${found.url}${search}` } : found;
}

/** Takes the types off `.ts` files, once. */
export async function load(url, context, next) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== "file:" || !pathname.endsWith(".ts")) return next(url, context);
  const filename = fileURLToPath(url);
  const source = written.get(filename) ?? (await withoutTypes(filename));
  written.set(filename, source);
  return { format: "module", source, shortCircuit: true };
}

async function withoutTypes(filename) {
  // Stryker's code counts what it passes even after the first run, when nobody looks at the counts.
  const text = (await readFile(filename, "utf8")).replace(
    counting,
    (head) => `${head} if (ns.counted) return;`,
  );
  const { code } = await transform(text, {
    filename,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "es6" },
    swcrc: false,
  });
  return code;
}
