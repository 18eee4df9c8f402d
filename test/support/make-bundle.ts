import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../scripts/bundle.mjs", import.meta.url));

/** The bundle in a folder of its own: one in the checkout would be run by other tests while it is made. */
export function makeBundle(folder: string): void {
  execFileSync(process.execPath, [script, "--out", folder]);
}
