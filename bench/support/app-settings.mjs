import { createHmac, generateKeyPairSync } from "node:crypto";

const secret = "a-secret-for-the-benchmark-of-forty-chars";

/** What an App under load is started with: a key of its own, a store in `folder`, a free port, no log. */
export function appSettings(folder) {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return {
    APP_ID: "1",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "fatal",
    TWOPATH_DATA_DIR: folder,
  };
}

/** The signature GitHub would send with a body, as `x-hub-signature-256`. */
export function signatureOf(body) {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}
