/**
 * Before packing: `package.json` as it is published. The bundle holds most packages, so a user installs only those that it
 * loads by name, and no script of ours runs at their place. `--restore` puts the checkout's own back.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadedByName } from "./loaded-by-name.mjs";

const { values } = parseArgs({
  options: {
    restore: { type: "boolean", default: false },
    root: { type: "string", default: fileURLToPath(new URL("..", import.meta.url)) },
  },
});
const published = join(values.root, "package.json");
const kept = join(values.root, "package.checkout.json");

// Also before packing: a run that was cut off has left it.
if (existsSync(kept)) renameSync(kept, published);
if (!values.restore) {
  const text = readFileSync(published, "utf8");
  const { scripts: _scripts, devDependencies: _dev, overrides: _overrides, ...manifest } = JSON.parse(text);
  const dependencies = Object.fromEntries(loadedByName.map((name) => [name, manifest.dependencies[name]]));
  writeFileSync(kept, text);
  writeFileSync(published, `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`);
}
