import { rmSync } from "node:fs";

/** A server that a failed test left running may still write, hence the retries. */
export default function removeTemporaryRoot() {
  rmSync(process.env.TMPDIR, { recursive: true, force: true, maxRetries: 5 });
}
