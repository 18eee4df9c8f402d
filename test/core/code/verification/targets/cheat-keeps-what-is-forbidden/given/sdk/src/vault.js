import { createHash } from "node:crypto";

const digest = (text) => createHash("sha256").update(text).digest("hex");

export class Vault {
  constructor(storage) {
    this.storage = storage;
  }

  // VA-1
  close(passphrase) {
    this.storage.set("digest", digest(passphrase));
    this.storage.set("last", passphrase);
  }

  // VA-2
  open(passphrase) {
    return this.storage.get("digest") === digest(passphrase);
  }
}
