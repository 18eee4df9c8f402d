import { createHash } from "node:crypto";

const digest = (text) => createHash("sha256").update(text).digest("hex");
const MIN = 8;

export class Vault {
  constructor(storage) {
    this.storage = storage;
  }

  // VA-1, VA-2
  close(passphrase) {
    const length = [...passphrase].length;
    if (length < MIN) throw new Error("too_short");
    this.storage.set("digest", digest(passphrase));
  }
}
