/**
 * Makes `bundle/`: the command line and the Action with everything they load, in a few files that start without an
 * installed tree. `--grammars` adds the grammars that check generated code, for the Action, which has no node_modules.
 * `--out DIR` writes elsewhere.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { grammars } from "../dist/shell/grammars.js";
import { bundledWithout } from "./loaded-by-name.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { grammars: { type: "boolean", default: false }, out: { type: "string" } },
});
const out = values.out ?? join(root, "bundle");

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [
    { in: "src/cli/main.ts", out: "twopath" },
    { in: "src/action-main.ts", out: "action" },
    ...workers(),
  ],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.18",
  external: bundledWithout,
  metafile: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  // Packages in the older module format ask for Node's own modules by `require`.
  banner: {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  },
});
copyWasm();
writeFileSync(join(out, "THIRD_PARTY_LICENSES.txt"), licenses(Object.keys(metafile.inputs)));

/** Threads are started by their file's name, beside the code that starts them. */
function workers() {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("-worker.ts"))
    .map((file) => ({ in: join("src", file), out: file.replace(/^.*\//, "").replace(/\.ts$/, "") }));
}

function copyWasm() {
  const { resolve } = createRequire(import.meta.url);
  cpSync(resolve("web-tree-sitter/tree-sitter.wasm"), join(out, "tree-sitter.wasm"));
  if (!values.grammars) return;
  mkdirSync(join(out, "grammars"), { recursive: true });
  for (const grammar of new Set(Object.values(grammars))) {
    const name = `tree-sitter-${grammar}.wasm`;
    cpSync(resolve(`tree-sitter-wasms/out/${name}`), join(out, "grammars", name));
  }
}

/** The licence text of every package of which something is in the bundle. */
function licenses(inputs) {
  const packages = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
      const text =
        file === undefined ? `License: ${license}` : readFileSync(join(root, folder, file), "utf8");
      return `${name} ${version}\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
