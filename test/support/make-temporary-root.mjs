import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every temporary folder of a run is made in one, which remove-temporary-root.mjs takes away, also when tests failed. */
export default function makeTemporaryRoot() {
  const root = mkdtempSync(join(tmpdir(), "twopath-tests-"));
  // PostgreSQL, which does not run as root, has its folder in it.
  chmodSync(root, 0o711);
  process.env.TMPDIR = root;
}
