// RT2
export const maxAttempts = 8;

const longestDelay = 20_000;
const longestRetryAfter = 3600;

/**
 * Whether a delivery that ended with this HTTP status is tried again; null stands for no answer in time.
 * @param {number | null} status
 */
export function shouldRetry(status) {
  // RT1
  return status === null || status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/**
 * Milliseconds to wait before an attempt; attempts count from 1.
 * @param {number} attempt
 * @param {string | null} [retryAfter] the `Retry-After` header that answered the attempt before it
 */
export function retryDelay(attempt, retryAfter = null) {
  // RT3
  const delay = attempt <= 1 ? 0 : Math.min(500 * 2 ** (attempt - 2), longestDelay);
  // RT5
  if (retryAfter === null || !/^[0-9]+$/.test(retryAfter)) return delay;
  return Math.max(delay, Math.min(Number(retryAfter), longestRetryAfter) * 1000);
}
