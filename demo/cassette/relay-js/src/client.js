/** What a client tells about its deliveries. */
export class Client {
  /** @type {Map<string, number>} */
  #attempts = new Map();
  /** @type {Map<string, string>} */
  #errors = new Map();

  /**
   * Notes that an attempt to deliver an event was made.
   * @param {string} id
   * @param {{ code: string } | null} [error] why it failed
   */
  noteAttempt(id, error = null) {
    this.#attempts.set(id, this.attempts(id) + 1);
    if (error !== null) this.#errors.set(id, error.code);
  }

  /**
   * How many attempts were made for an event.
   * @param {string} id
   */
  attempts(id) {
    // DX1
    return this.#attempts.get(id) ?? 0;
  }

  /**
   * The code of an event's last failure, or null when no attempt has failed.
   * @param {string} id
   */
  lastError(id) {
    // RT7
    return this.#errors.get(id) ?? null;
  }
}
