import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every temporary folder of a run is made in one, which remove-temporary-root.mjs takes away, also when tests failed. */
export default function makeTemporaryRoot() {
  const root = mkdtempSync(join(tmpdir(), "twopath-tests-"));
  // PostgreSQL, which does not run as root, has its folder in it.
  chmodSync(root, 0o711);
  process.env.TMPDIR = root;
  // Made once: it takes up to a second, in each of more than fifty files.
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  writeFileSync(join(root, "app-key.pem"), privateKey, { mode: 0o600 });
}
