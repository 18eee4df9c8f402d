export { Client } from "./client.js";
export { RelayError } from "./errors.js";
export { checkId } from "./events.js";
export { maxAttempts, retryDelay, shouldRetry } from "./retry.js";
