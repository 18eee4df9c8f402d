import { RelayError } from "./errors.js";

/**
 * Throws a RelayError when the id of an event is not allowed.
 * @param {string} value
 */
export function checkId(value) {
  // EV1a
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) {
    throw new RelayError("invalid_id", "An event's id has 1 to 64 letters, digits, _ or -.");
  }
}
