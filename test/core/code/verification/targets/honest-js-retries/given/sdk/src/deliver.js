import { DeliveryError } from "./errors.js";

const maxAttempts = 5; // DL2
const longestDelay = 30_000;

/** Whether a status is worth another attempt. */
export function isTransient(status) {
  // DL1
  return status === 429 || status === 503;
}

export function delayBefore(attempt) {
  // DL3
  return Math.min(250 * attempt, longestDelay);
}

export async function deliver(event, post, { timeout = 10_000 /* DL4 */, sleep }) {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const { status } = await post(event, timeout);
    if (status < 300) return attempt;
    if (!isTransient(status)) throw new DeliveryError("rejected");
    if (attempt < maxAttempts) await sleep(delayBefore(attempt + 1));
  }
  throw new DeliveryError("gave_up");
}
