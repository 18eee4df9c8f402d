// RT2
export const maxAttempts = 8;

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
 */
export function retryDelay(attempt) {
  // RT3
  return attempt <= 1 ? 0 : 500 * 2 ** (attempt - 2);
}
