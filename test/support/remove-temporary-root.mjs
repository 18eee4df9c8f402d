import { rmSync } from "node:fs";
import { dirname } from "node:path";

/** A server that a failed test left running may still write, hence the retries. */
export default function removeTemporaryRoot() {
  const root = process.env.TMPDIR;
  // A process may run the tests again, as one that watches files does.
  process.env.TMPDIR = dirname(root);
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}
