import { generateKeyPairSync } from "node:crypto";
import type { Permissions } from "./world/permission.ts";

export const defaultPermissions: Permissions = {
  metadata: "read",
  contents: "write",
  pull_requests: "write",
  issues: "write",
  checks: "write",
};
export const defaultEvents = [
  "pull_request",
  "issue_comment",
  "pull_request_review_comment",
  "check_run",
  "push",
];
export const defaultSecret = "sandbox-webhook-secret-0123456789abcdef";
/** Made anew: no key stands in the repository. */
export function newPrivateKey(): string {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;
}

/** Starts at the same moment every time and ticks at each look. */
export function steppingClock(): () => Date {
  let time = Date.UTC(2026, 0, 5, 9, 0, 0);
  return () => new Date((time += 1000));
}
